import type { LocalPortal } from '@emulator/portal/state'
import { messagesOf } from '@emulator/portal/messages'

/** Gives the name of an order's status in the portal's language, or its id where the portal has no name for it. */
export function orderStatusName(portal: LocalPortal, statusId: string): string {
  return messagesOf(portal.settings.language).orderStatuses[statusId]?.name ?? statusId
}
