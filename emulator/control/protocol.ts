import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { Samples } from '@emulator/portal/state'

/** Body of `POST binding`: the new owner of an order, or none. */
export type BindingChange =
  { orderId: number; ownerId: number; ownerTypeId: number } | { orderId: number; ownerId: null }

/** Answer of `GET /__portal__/state`. */
export interface PortalStateView {
  settings: PortalSettings
  /** Sorted by order id. */
  bindings: { orderId: number; ownerId: number; ownerTypeId: number }[]
  counts: { deals: number; invoices: number; orders: number; contacts: number; companies: number }
  samples: Samples
}

/**
 * The control routes.
 * - `GET  /__portal__/state` → `PortalStateView`
 * - `GET  /__portal__/calls?after=<number>` → `LoggedCall[]`, oldest first; all of them when `after` is absent or higher
 *   than the newest number, which means that the portal was reset
 * - `GET  /__portal__/history` → `BindingRecord[]`, oldest first: who changed which binding, from what to what, by which request
 * - `GET  /__portal__/faults` → `ActiveFault[]`
 * - `POST /__portal__/reset` `Partial<PortalSettings>` → `PortalStateView`: the sample portal anew, no faults, empty log, all tokens void
 * - `POST /__portal__/settings` `Partial<PortalSettings>` → `PortalSettings`; the rows stay
 * - `POST /__portal__/faults` `FaultRule[]` → replaces all rules
 * - `POST /__portal__/scenario` `{ name }` → `PortalStateView`: like a reset, with the settings that the name stands for
 * - `POST /__portal__/clock` `ClockChange` → `ClockView`
 * - `POST /__portal__/user` `{ id }` → `PortalSettings`: another person looks at the portal's pages
 * - `POST /__portal__/expire-tokens` → every access token expires now; refresh tokens stay valid
 * - `POST /__portal__/binding` `BindingChange` → `PortalStateView`: somebody else changes a binding
 * - `POST /__portal__/log` `LoggedCall` (channel `frame`) → the portal page reports a frame message
 */
export const CONTROL_PATH = '/__portal__/'
