import type { Params } from '@emulator/calls/call'
import type { FaultRule } from '@emulator/portal/fault'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { LocalPortal } from '@emulator/portal/state'
import type { TestUser } from './test-users'

/** One REST request as a client sends it. */
export interface TestRequest {
  method: string
  params?: Params
  user?: TestUser
  /** The user's token of the app unless told; `{ token }` and the secret `{ webhook }` are sent as they are. */
  auth?: 'token' | 'webhook' | 'none' | { token: string } | { webhook: string }
}

/** What happens before the request of the case. */
export type CaseStep =
  | { times: number; request: TestRequest }
  | { moveMs: number }
  | { settings: Partial<PortalSettings> }
  | { change: (portal: LocalPortal) => void }

/** The response that a client is to receive. */
export interface ExpectedResponse {
  /** 200 unless told. */
  status?: number
  /** The whole body but for `time`. */
  body?: unknown
  /** The body to the letter, in the place of `body`. */
  text?: string
  /** Parts of `time`. */
  time?: Record<string, number>
  /** No response at all. */
  noResponse?: 'cut' | 'silence'
}

/** One documented statement about the portal, tested on a portal whose clock stands still unless moved. */
export interface Case extends ExpectedResponse {
  /** A sentence, the name of the test. */
  name: string
  /** Path of the documentation page, or the row of FACTS.md, or the section of README.md. */
  page: string
  settings?: Partial<PortalSettings>
  faults?: FaultRule[]
  before?: CaseStep[]
  request: TestRequest
  /** What must be stored afterwards, by order id. */
  bindings?: Record<number, [ownerTypeId: number, ownerId: number] | null>
  /** Requests that follow, each with its response. */
  after?: ({ request: TestRequest } & ExpectedResponse)[]
  /** Sends what a form cannot say: an empty map, null. */
  jsonOnly?: true
  /**
   * Holds on every portal, whatever its rows: a real one is asked too where PORTAL_WEBHOOK is set. One that writes, and takes
   * away what it wrote, is asked only where PORTAL_WRITES=1.
   */
  live?: true | 'writes'
}
