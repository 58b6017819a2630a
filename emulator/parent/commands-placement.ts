import type { FrameCommand } from './command'
import { toFields } from '@emulator/pages/bridge-protocol'
import { subscribe } from './placement-events'
import { interfaceOf } from './placement-interface'

/** Whether the app is inside a card, as a tab or above the timeline. */
export function isInsideCard(placement: string): boolean {
  return /^CRM_.+_DETAIL_(?:TAB|ACTIVITY)$/.test(placement)
}

/** Only what the placement adds: the general commands are not listed. @see api-reference/widgets/ui-interaction/index.md */
const getInterface: FrameCommand = ({ descriptor }, _args, answer) => answer(interfaceOf(descriptor.init.PLACEMENT))

const placementBindEvent: FrameCommand = (frame, args, answer) => subscribe(frame, toFields(args).event, answer)

/** Reads the card or the list again: what the portal shows beside the app, not the app. */
const reloadData: FrameCommand = async (_frame, _args, answer) => {
  const page = await fetch(location.href).then((response) => response.text())
  const fresh = new DOMParser().parseFromString(page, 'text/html').querySelectorAll('[data-live]')
  document.querySelectorAll('[data-live]').forEach((shown, index) => {
    const next = fresh[index]
    if (next) shown.replaceWith(document.adoptNode(next))
  })
  answer()
}

/** The call of a sample card: this portal makes no calls. @see api-reference/widgets/ui-interaction/call-card/get-status.md */
const getStatus: FrameCommand = ({ descriptor }, _args, answer) =>
  answer({
    CALL_ID: 'sample-call',
    PHONE_NUMBER: '+12025550123',
    LINE_NUMBER: 'sample-line',
    LINE_NAME: '',
    CRM_ENTITY_TYPE: 'CONTACT',
    CRM_ENTITY_ID: 1,
    CRM_ACTIVITY_ID: '',
    CRM_BINDINGS: [{ ENTITY_TYPE: 'CONTACT', ENTITY_ID: 1 }],
    CALL_DIRECTION: 'incoming',
    CALL_STATE: 'connected',
    CALL_LIST_MODE: false,
    ...toFields(descriptor.init.PLACEMENT_OPTIONS),
  })

const answerEmpty: FrameCommand = (_frame, _args, answer) => answer()

/** The field keeps its value while the card is open. @see api-reference/widgets/user-field/index.md */
const setValue: FrameCommand = (frame, args, answer) => {
  frame.fieldValue = args
  answer()
}

const getValue: FrameCommand = (frame, _args, answer) =>
  answer(frame.fieldValue ?? toFields(frame.descriptor.init.PLACEMENT_OPTIONS).VALUE ?? '')

/** Commands of the placement that the app is opened in. */
export const placementCommands = {
  getInterface,
  placementBindEvent,
  reloadData,
  getStatus,
  disableAutoClose: answerEmpty,
  enableAutoClose: answerEmpty,
  setValue,
  getValue,
}
