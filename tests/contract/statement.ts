import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { LocalPortal } from '@emulator/portal/state'
import type { TestUser } from './test-users'

/** One documented statement about a method, with the exact answer that proves it. */
export interface Statement {
  /** A sentence. */
  says: string
  as?: TestUser
  /** By a webhook instead of the app's token. */
  byWebhook?: boolean
  settings?: Partial<PortalSettings>
  /** Changes the small portal before the call. */
  given?: (portal: LocalPortal) => void
  method: string
  params?: Record<string, unknown>
  status?: number
  /** The whole answer but for `time`. */
  body: unknown
  /** What must be stored afterwards, by order id. */
  bindings?: Record<number, [ownerTypeId: number, ownerId: number] | null>
}
