/** How tests and the developer's panel steer the local portal: `/__portal__/*`. */

export type PortalMode = 'deals-only' | 'with-orders'

/** Which owner types `crm.enum.getorderownertypes` lists. */
export type OwnerTypesProfile = 'deal' | 'deal+invoice' | 'deal+invoice+dynamic' | 'none'

/** Who may read `sale.*`: the documentation says administrators only, other sources say every store manager. */
export type SaleRead = 'manager' | 'administrator'

export interface PortalSettings {
  mode: PortalMode
  ownerTypes: OwnerTypesProfile
  saleRead: SaleRead
  /** A portal language code: `en`, `ru`, `de`, `br`, … */
  language: string
  theme: 'light' | 'dark'
  /** How frames are opened: by POST as for a server-hosted app, or by GET as for a static one. */
  opening: 'post' | 'get'
  /** Id of the person who looks at the portal's pages. */
  user: number
}

/** The people of the local portal. */
export const PORTAL_USERS = {
  portalAdministrator: 1,
  storeManager: 2,
  employee: 3,
  storeAdministrator: 4,
} as const

export type FaultEffect =
  /** A system error of the portal, with its documented status and text. */
  | { kind: 'error'; code: string; status?: number; description?: string }
  | { kind: 'delay'; ms: number }
  /** The connection is cut before the method runs. */
  | { kind: 'cut-before' }
  /** The method runs, then the connection is cut without an answer. */
  | { kind: 'cut-after' }
  /** The answer is lost now, and the method runs this many milliseconds later. */
  | { kind: 'late-work'; ms: number }
  | { kind: 'empty-body' }
  | { kind: 'html-page'; status?: number }
  | { kind: 'broken-json' }
  /** The method runs, and the answer's `result` is replaced by this. */
  | { kind: 'wrong-shape'; result: unknown }
  /** No answer for as long as the client waits. */
  | { kind: 'silence' }

export interface FaultRule {
  /** A REST method in lower case, `*` for every call (a batch is one), or `frame:<command>` for a message of the frame. */
  method: string
  /** Which matching calls are hit: the nth (1-based) or every one. */
  when: { nth: number } | 'every'
  effect: FaultEffect
  /**
   * Also hits the method where it is a command of a batch; `true` unless told. `error` and `wrong-shape` hit the command's own
   * answer; every other effect hits the batch that carries the command, counted once a batch.
   */
  inBatch?: boolean
}

/** One line of the call log; tokens are masked. */
export interface LoggedCall {
  /** Milliseconds since the epoch, by the portal's clock. */
  at: number
  door: 'rest' | 'frame'
  method: string
  params: unknown
  /** HTTP status; 0 where the connection was cut; absent for frame messages. */
  status?: number
  /** The portal's error code, if it refused. */
  error?: string
  /** The commands of a batch, in order. */
  commands?: { key: string; method: string; params: unknown; error?: string }[]
  user?: number
  /** For frame messages: `app` → portal or `portal` → app. */
  from?: 'app' | 'portal'
}

/** Answer of `GET /__portal__/state`. */
export interface PortalStateView {
  settings: PortalSettings
  /** Sorted by order id. */
  bindings: { orderId: number; ownerId: number; ownerTypeId: number }[]
  counts: { deals: number; invoices: number; orders: number; contacts: number; companies: number }
  /** Real ids with a story, by name, for tests and the README: see emulator/seed.ts. */
  stories: Record<string, { orderId?: number; ownerId?: number; ownerTypeId?: number }>
}

/**
 * The control routes.
 * - `GET  /__portal__/state` → `PortalStateView`
 * - `GET  /__portal__/calls` → `LoggedCall[]`, oldest first
 * - `POST /__portal__/reset` `Partial<PortalSettings>` → `PortalStateView`: the sample portal anew, no faults, empty log, all tokens void
 * - `POST /__portal__/settings` `Partial<PortalSettings>` → `PortalSettings`; data stays
 * - `POST /__portal__/faults` `FaultRule[]` → replaces all rules
 * - `POST /__portal__/expire-tokens` → every access token expires now; refresh tokens stay good
 * - `POST /__portal__/binding` `{ orderId, ownerId, ownerTypeId } | { orderId, ownerId: null }` → somebody else changes a binding
 * - `POST /__portal__/log` `LoggedCall` (door `frame`) → the portal page reports a frame message
 */
export const CONTROL_PATH = '/__portal__/'
