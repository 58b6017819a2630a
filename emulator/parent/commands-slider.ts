import type { FrameCommand } from './command'
import { toFields } from '@emulator/pages/bridge-protocol'
import { boot } from './boot'
import { resolvePath } from './open-path'
import { pathRule } from './path-rule'
import { sliders } from './sliders'

const openPath: FrameCommand = (_frame, args, answer) => {
  const wanted = resolvePath(toFields(args).path, location.origin, pathRule())
  if (!wanted) return answer({ result: 'error', errorCode: 'PATH_NOT_AVAILABLE' })
  const url = new URL(wanted.path, location.origin)
  url.searchParams.set('from', 'rest_placement')
  url.searchParams.set('from_app', boot.clientId)
  sliders().openPage({
    url: url.href,
    title: wanted.path,
    width: wanted.width,
    onClose: () => answer({ result: 'close' }),
  })
}

/** Keys that begin with `bx24_` are for the panel, everything else is for the app. */
const openApplication: FrameCommand = (_frame, args, answer) => {
  const entries = Object.entries(toFields(args))
  const own = toFields(Object.fromEntries(entries.filter(([name]) => name.startsWith('bx24_'))))
  const options = Object.fromEntries(entries.filter(([name]) => !name.startsWith('bx24_')))
  const width = Number.parseInt(String(own.bx24_width), 10)
  const title = typeof own.bx24_title === 'string' ? own.bx24_title : boot.appTitle
  sliders().openApp({ options, title, width: width > 0 ? width : undefined, onClose: () => answer() })
}

/** Closes the topmost panel if it shows the app; otherwise nothing happens, and no answer is sent. */
const closeApplication: FrameCommand = (frame, _args, answer) => {
  const isClosed = frame.closePanel ? frame.closePanel() : sliders().closeAppPage()
  if (isClosed) answer()
}

/** Commands about side panels. */
export const sliderCommands = { openPath, openApplication, closeApplication }
