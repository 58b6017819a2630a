/** One line of the call log; tokens are masked. */
export interface LoggedCall {
  /** Counts from 1 after each reset; given by the portal. */
  number?: number
  /** Milliseconds since the epoch, by the portal's clock. */
  at: number
  channel: 'rest' | 'frame'
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
