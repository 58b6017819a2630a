import type { RestSuccess } from '@contract/rest'
import type { RestResults } from '@contract/rest-results'
import type { LocalPortal, PortalUser } from '@emulator/portal/state'

/** Parameters of a REST call as they came in: strings from a form or a query, any JSON value from a JSON body. */
export type Params = Record<string, unknown>

/** What a request brought along to prove who it is. */
export type Credentials =
  { kind: 'token'; token: string } | { kind: 'webhook'; userId: number; secret: string } | { kind: 'none' }

/** One REST request without HTTP. The method may be in any letter case. */
export interface RestCall {
  method: string
  params: Params
  credentials: Credentials
  /** Address that the request came from; absent within one process, where no rate is limited. */
  source?: string
  /** Came by plain http. */
  isPlain?: boolean
  /** Came to the address of REST 3.0, where the portal has no methods; `not-json` when its body is none. */
  rest3?: 'json' | 'not-json'
}

/** What comes back: an answer (whole, or cut off after this body), a cut connection, or nothing for ever. */
export type RestAnswer =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: string; isTruncated?: true }
  | { kind: 'cut' }
  | { kind: 'silence' }

/** Who calls, once the credentials are checked. */
export interface Caller {
  user: PortalUser
  via: 'app' | 'webhook'
  scopes: readonly string[]
}

/** What a method gets. */
export interface MethodCall {
  portal: LocalPortal
  caller: Caller
  params: Params
}

/** What a method gives back; `total` and `next` by lists only. */
export type MethodReply<Result = unknown> = Omit<RestSuccess<Result>, 'time'>

/** The reply of one method, with the result that the contract has for it. */
export type ReplyOf<Name extends keyof RestResults> = MethodReply<RestResults[Name]>

/**
 * One REST method. `scopes`: any of them opens it; none needed when empty. `legacy` ones are listed by `methods`. `seconds`: what it says
 * it takes, where that is not what its page shows.
 */
export interface RestMethod<Result = unknown> {
  scopes: readonly string[]
  legacy?: boolean
  seconds?: number
  run(call: MethodCall): MethodReply<Result>
}

/** Every method of the portal but `batch`, by its name in lower case, each with the result that the contract has for it. */
export type MethodTable = { readonly [Name in keyof RestResults]: RestMethod<RestResults[Name]> }

/** Methods by their documented names, whoever made them. */
export type MethodFamily = Record<string, RestMethod>
