import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { LocalPortal } from '@emulator/portal/state'

/** Who calls: a person through the app's token, or by a webhook. */
export type As = 'administrator' | 'manager' | 'employee' | 'store administrator'

/** One documented statement about a method, with the exact answer that proves it. */
export interface Statement {
  /** A sentence. */
  says: string
  as?: As
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

export const USER_IDS: Record<As, number> = {
  'administrator': 1,
  'manager': 2,
  'employee': 3,
  'store administrator': 4,
}

/** A refusal's body. */
export const refusal = (error: string, description: string) => ({ error, error_description: description })

export const READ_DENIED = { status: 400, body: refusal('200040300010', 'Access Denied') }
export const WRITE_DENIED = { status: 400, body: refusal('200040300020', 'Access Denied') }
