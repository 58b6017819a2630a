import type { AppFrame } from './frame'
import type { AppMessage } from './frame-messages'
import { boot } from './boot'
import { COMMANDS, findDenialReason } from './commands'
import { withFault } from './faults'
import { formatAnswer, parseMessage, withoutTokens } from './frame-messages'
import { showMessage } from './message-box'
import { findFrame } from './open-frames'
import { report } from './portal-client'

/** An origin that no app has. */
const FOREIGN_ORIGIN = 'https://elsewhere.invalid'

/** Listens to the messages of all apps in this page. */
export function listenToApps(): void {
  window.addEventListener('message', ({ origin, data }) => {
    const message = parseMessage(data)
    const frame = message && findFrame(message.sid)
    // Wrong origin, unknown sid, broken message: the portal does not answer, and logs nothing.
    if (message && frame && frame.descriptor.appOrigin === origin) void execute(frame, message)
  })
}

/** Runs a command; an unknown or denied one gets no answer, but the developer's log says why. */
async function execute(frame: AppFrame, { command, args, callback }: AppMessage): Promise<void> {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  const ignoredReason = run ? findDenialReason(frame, command) : 'ignored: unknown command'
  report({
    method: command,
    params: args,
    from: 'app',
    user: boot.settings.user,
    ...(ignoredReason && { error: ignoredReason }),
  })
  if (!run || ignoredReason) return
  const send = (text: string, shown: unknown) => {
    report({ method: command, params: shown, from: 'portal', user: boot.settings.user })
    frame.iframe.contentWindow?.postMessage(text, frame.descriptor.appOrigin)
  }
  await withFault(command, (answer) => run(frame, args, answer), {
    answer: (value) => send(formatAnswer(callback, value), withoutTokens(value)),
    sendText: (text) => send(`${callback}:${text}`, text),
    sendToForeignOrigin: (value) =>
      frame.iframe.contentWindow?.postMessage(formatAnswer(callback, value), FOREIGN_ORIGIN),
    ...(command === 'refreshAuth' && { showRefusal: () => showMessage(boot.messages.refreshRefused) }),
  })
}
