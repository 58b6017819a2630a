import type { FrameCommand } from './command'
import type { AppFrame } from './frame'
import { toFields } from '@emulator/pages/bridge-protocol'
import { isInsideCard } from './commands-placement'

/** A width or height as the portal reads it: `100%` stays, anything else is a number of pixels, 100 if it is none. */
function toLength(value: unknown): string {
  if (value === '100%') return '100%'
  const pixels = Number.parseInt(String(value), 10)
  return `${Number.isNaN(pixels) ? 100 : pixels}px`
}

function toSize({ wrapper }: AppFrame) {
  return { width: wrapper.offsetWidth, height: wrapper.offsetHeight }
}

/** Apps inside cards follow the height only (unconfirmed: FACTS.md). */
const resizeWindow: FrameCommand = (frame, args, answer) => {
  const { width, height } = toFields(args)
  const pixels = Number.parseInt(String(height), 10)
  if (!isInsideCard(frame.descriptor.init.PLACEMENT)) frame.wrapper.style.width = toLength(width)
  if (pixels > 0) frame.wrapper.style.height = `${pixels}px`
  answer(toSize(frame))
}

const setTitle: FrameCommand = ({ title }, args, answer) => {
  if (title) title.textContent = String(toFields(args).title ?? '')
  answer(args)
}

const setScroll: FrameCommand = (_frame, args, answer) => {
  const scroll = Number(toFields(args).scroll)
  if (scroll >= 0) window.scrollTo(0, scroll)
  answer(args)
}

const reloadWindow: FrameCommand = () => location.reload()

/** Commands about the page around the app. */
export const windowCommands = { resizeWindow, setTitle, setScroll, reloadWindow }
