import type { FrameCommand } from './command'
import type { AppFrame } from './frame'
import { toFields } from '@emulator/pages/bridge-protocol'

/** The sample chat has one text field for all apps of the page. */
let fieldText = ''

/** Apps of a chat reach its text field; everywhere else there is none. */
function hasTextField({ descriptor }: AppFrame): boolean {
  return descriptor.init.PLACEMENT.startsWith('IM_')
}

/**
 * Answers a request about the text field under the request's own id; a request without one gets no answer.
 * @see sdk/b24jssdk/iframe-messenger-textarea.md
 */
function withTextField(work: (fields: Record<string, unknown>) => Record<string, unknown>): FrameCommand {
  return (frame, args, answer) => {
    const fields = toFields(args)
    const { requestId } = fields
    if (typeof requestId !== 'string' || requestId === '') return
    answer({ requestId, ...(hasTextField(frame) ? work(fields) : { message: 'There is no chat here.' }) })
  }
}

const readText = withTextField(() => ({ text: fieldText }))

const writeText = withTextField(({ text, replace, withNewLine }) => {
  const before = replace === true ? '' : fieldText
  fieldText = before + (withNewLine === true && before !== '' ? '\n' : '') + String(text ?? '')
  return { success: true }
})

/** Commands about the text that a person is writing in a chat. */
export const chatCommands = { 'im:getImTextareaContent': readText, 'im:setImTextareaContent': writeText }
