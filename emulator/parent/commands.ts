import type { FrameCommand } from './command'
import type { AppFrame } from './frame'
import { chatCommands } from './commands-chat'
import { dialogCommands } from './commands-dialog'
import { placementCommands } from './commands-placement'
import { sessionCommands } from './commands-session'
import { sliderCommands } from './commands-slider'
import { windowCommands } from './commands-window'
import { interfaceOf, PLACEMENT_COMMANDS } from './placement-interface'

/** Calls and chats are no part of this portal, and the real one never answers these either. */
const neverAnswer: FrameCommand = () => undefined

/** Everything that an app may ask for. */
export const COMMANDS: Record<string, FrameCommand> = {
  ...sessionCommands,
  ...windowCommands,
  ...sliderCommands,
  ...dialogCommands,
  ...placementCommands,
  ...chatCommands,
  imCallTo: neverAnswer,
  imPhoneTo: neverAnswer,
  imOpenMessenger: neverAnswer,
  imOpenHistory: neverAnswer,
  showAppForm: neverAnswer,
}

/** Says why a command that exists is not run in this frame (unconfirmed: FACTS.md). */
export function findDenialReason(frame: AppFrame, command: string): string | undefined {
  const { PLACEMENT } = frame.descriptor.init
  const isDefault = PLACEMENT === 'DEFAULT'
  if (command === 'setTitle' && !isDefault) return 'ignored: only the application page may set the title'
  if (command === 'resizeWindow' && frame.closePanel) return 'ignored: a side panel has the height of the window'
  if (command === 'placementBindEvent' && isDefault) return 'ignored: the application page has no events'
  if (PLACEMENT_COMMANDS.has(command) && !interfaceOf(PLACEMENT).command.includes(command))
    return 'ignored: not in this placement'
  return undefined
}
