/** How tests and the developer's panel steer the local portal: `/__portal__/*`. */

export type PortalMode = 'deals-only' | 'with-orders'

/** Which owner types `crm.enum.getorderownertypes` lists. */
export type OwnerTypesProfile = 'deal' | 'deal+invoice' | 'deal+invoice+dynamic' | 'none'

/** Who may read `sale.*`: the documentation says administrators only, other sources say every store manager. */
export type SaleRead = 'manager' | 'administrator'

/** What the portal pays for: it decides the rate of requests, and whether REST is there at all. */
export type PortalPlan = 'standard' | 'enterprise' | 'no-rest'

/** Which rows the portal has: the sample, the sample with 20,000 orders and 8,000 deals, or none. */
export type PortalRows = 'sample' | 'large' | 'empty'

export interface PortalSettings {
  mode: PortalMode
  ownerTypes: OwnerTypesProfile
  saleRead: SaleRead
  /** Codes and statuses of refusals about options, placements and `app.info` where the documentation and other sources differ. */
  refusals: 'documentation' | 'other-sources'
  /** Handlers of placements at `localhost`: real portals refuse hosts without a dot, this one is made for them. */
  localHandlers: 'accepted' | 'refused'
  /** What `start: -1` gives in `crm.orderentity.list`: fifty rows, or all of them as its page says. */
  minusOne: 'first-page' | 'all-rows'
  /** What becomes of a deal's orders when the deal is deleted. */
  dealDeletion: 'deletes-orders' | 'unbinds-orders'
  /** Who may make a storage with `entity.add`. */
  storageMakers: 'everyone' | 'administrators'
  /** A portal language code: `en`, `ru`, `de`, `br`, … */
  language: string
  theme: 'light' | 'dark'
  /** How frames are opened: by POST as for a server-hosted app, or by GET as for a static one. */
  opening: 'post' | 'get'
  /** Id of the person who looks at the portal's pages. */
  user: number
  plan: PortalPlan
  /** Chosen by a reset or a scenario only: other settings leave the rows as they are. */
  rows: PortalRows
  /** The leaky bucket: 50 requests and 2 a second from one address; 250 and 5 on the Enterprise plan. */
  rateLimit: boolean
  /** 480 seconds of run time in ten minutes for one method of one app or webhook. */
  operatingLimit: boolean
  /** Methods really take the time that they say they take. */
  slow: boolean
  /** Who may use the app: everyone, or administrators of the portal only. */
  appUsers: 'everyone' | 'administrators'
  /** REST by http is refused, as on a real portal. */
  httpsOnly: boolean
  /** An unknown token or webhook: codes of their own, or `NO_AUTH_FOUND` for both as one page of the documentation says. */
  unknownCaller: 'own-codes' | 'no-auth-found'
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
  /** The method runs; in its `result` numbers become texts, texts become numbers, flags become texts. */
  | { kind: 'wrong-type' }
  /** The method runs; half of the announced answer comes, then the connection is cut. */
  | { kind: 'truncated' }
  /** The method runs; its answer stands twice in the body. A frame hears it twice. */
  | { kind: 'duplicate' }
  /** The method runs; a batch that carries it has no row of it. Alone, an answer without a body. */
  | { kind: 'missing-row' }
  /** No answer for as long as the client waits. */
  | { kind: 'silence' }
  /** Frame only: the message is taken for one of a frame that is not there. */
  | { kind: 'wrong-sid' }
  /** Frame only: the command is obeyed, and its answer goes to another origin. */
  | { kind: 'wrong-origin' }

export interface FaultRule {
  /**
   * A REST method in lower case, `*` for every call (a batch is one), `oauth.token` for the renewal of tokens, or
   * `frame:<command>` for a message of the frame.
   */
  method: string
  /** Which matching calls are hit: the nth (1-based), every one, or some by chance: the same seed hits the same calls. */
  when: { nth: number } | 'every' | { probability: number; seed?: number }
  effect: FaultEffect
  /**
   * Also hits the method where it is a command of a batch; `true` unless told. `error`, `wrong-shape`, `wrong-type` and
   * `missing-row` hit the command's own row, or with `'whole'` the batch; every other effect hits the batch that carries the
   * command, counted once a batch.
   */
  inBatch?: boolean | 'whole'
}

/** A rule with the number of calls that it has matched so far. */
export interface ActiveFault {
  rule: FaultRule
  hits: number
}

/** Named states of the portal, settings with their rows. Several are joined by commas: `with-orders,deal+invoice,large`. */
export const SCENARIO_NAMES = [
  'deals-only',
  'with-orders',
  'deal',
  'deal+invoice',
  'deal+invoice+dynamic',
  'none',
  'enterprise',
  'no-rest',
  'large',
  'empty',
] as const

export type ScenarioName = (typeof SCENARIO_NAMES)[number]

/** Body of `POST clock`, applied in this order. Nothing stops the portal's clock for good: a reset lets it run again. */
export interface ClockChange {
  /** A moment to set the clock to: milliseconds since the epoch, or ISO 8601. */
  now?: number | string
  /** Milliseconds to move the clock by, forwards or back. */
  moveMs?: number
  /** Stops the clock, or lets it run on from where it stands. */
  hold?: boolean
}

/** Answer of `POST clock`. */
export interface ClockView {
  /** Milliseconds since the epoch. */
  now: number
  held: boolean
}

/** One line of the call log; tokens are masked. */
export interface LoggedCall {
  /** Counts from 1 after each reset; given by the portal. */
  number?: number
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
  /** The answer of this work was lost earlier: the work itself came later. */
  late?: true
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
 * - `GET  /__portal__/calls?after=<number>` → `LoggedCall[]`, oldest first; all of them when `after` is absent or higher
 *   than the newest number, which means that the portal was reset
 * - `GET  /__portal__/faults` → `ActiveFault[]`
 * - `POST /__portal__/reset` `Partial<PortalSettings>` → `PortalStateView`: the sample portal anew, no faults, empty log, all tokens void
 * - `POST /__portal__/settings` `Partial<PortalSettings>` → `PortalSettings`; the rows stay
 * - `POST /__portal__/faults` `FaultRule[]` → replaces all rules
 * - `POST /__portal__/scenario` `{ name }` → `PortalStateView`: like a reset, with the settings that the name stands for
 * - `POST /__portal__/clock` `ClockChange` → `ClockView`
 * - `POST /__portal__/user` `{ id }` → `PortalSettings`: another person looks at the portal's pages
 * - `POST /__portal__/expire-tokens` → every access token expires now; refresh tokens stay good
 * - `POST /__portal__/binding` `{ orderId, ownerId, ownerTypeId } | { orderId, ownerId: null }` → somebody else changes a binding
 * - `POST /__portal__/log` `LoggedCall` (door `frame`) → the portal page reports a frame message
 */
export const CONTROL_PATH = '/__portal__/'
