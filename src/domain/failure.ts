/** Whether the portal's records may differ from what they were: a refusal changes nothing, a lost answer may. */
export type Changed = 'no' | 'unknown'

/** Every way in which asking the portal can go wrong, in the person's terms. */
export const FAILURE_KINDS = [
  // nothing ran: may be repeated
  'busy',
  'time-limit',
  'overload',
  // the answer is not known
  'offline',
  'timeout',
  'portal-error',
  'unreadable',
  // the portal refused this person or this app
  'no-read-right',
  'no-write-right',
  'access-denied',
  'user-denied',
  'missing-scope',
  'session-ended',
  'plan',
  'portal-deleted',
  'no-auth',
  'https-required',
  'bad-credentials',
  'manifest',
  'batch-refused',
  // the portal refused this call
  'no-store',
  'no-placement',
  'handler-refused',
  'no-storage',
  'not-noted',
  'order-gone',
  'owner-gone',
  'refused',
  // a mistake in this app, see `app-error.ts`
  'app-error',
] as const

export type FailureKind = (typeof FAILURE_KINDS)[number]

const TEMPORARY: readonly FailureKind[] = ['busy', 'time-limit', 'offline', 'timeout', 'portal-error', 'unreadable']
const MISSING_RIGHTS: readonly FailureKind[] = ['no-read-right', 'no-write-right', 'access-denied']
const APP_WIDE: readonly FailureKind[] = [
  'overload',
  'user-denied',
  'missing-scope',
  'session-ended',
  'plan',
  'portal-deleted',
  'no-auth',
  'https-required',
  'bad-credentials',
  'manifest',
]

/** Tells whether repeating the same call can help: nothing of the person, the app or the portal has to change first. */
export function isTemporary(kind: FailureKind): boolean {
  return TEMPORARY.includes(kind)
}

/** Tells whether the person lacks a right, which is no failure of anything. */
export function isMissingRight(kind: FailureKind): boolean {
  return MISSING_RIGHTS.includes(kind)
}

/** Tells whether the portal refuses the app as a whole, so that no part of a page can work. */
export function isAppWide(kind: FailureKind): boolean {
  return APP_WIDE.includes(kind)
}

export interface FailureFacts {
  kind: FailureKind
  changed: Changed
  /** The portal's or the SDK's code, for the small print. */
  code?: string
  /** The portal's `error_description`; shown as text where we have no better one. */
  description?: string
  /** The scope that is missing, when the portal named it. */
  scope?: string
  cause?: unknown
}

/** The only error that portal functions throw, and the only shape in which people are shown one. */
export class PortalFailure extends Error {
  override readonly name = 'PortalFailure'
  readonly kind: FailureKind
  readonly changed: Changed
  readonly code: string | undefined
  readonly description: string | undefined
  readonly scope: string | undefined

  constructor(facts: FailureFacts) {
    super(`${facts.kind}${facts.code ? ` (${facts.code})` : ''}`, { cause: facts.cause })
    this.kind = facts.kind
    this.changed = facts.changed
    this.code = facts.code
    this.description = facts.description
    this.scope = facts.scope
  }
}

/** Gives the same failure with what is known of the portal's records by now. */
export function withChanged(failure: PortalFailure, changed: Changed): PortalFailure {
  if (failure.changed === changed) return failure
  const { kind, code, description, scope } = failure
  return new PortalFailure({ kind, changed, code, description, scope, cause: failure })
}

/** For a `catch` that goes on after a failure: anything but a `PortalFailure` is a mistake of ours and is thrown on. */
export function rethrowUnlessFailure(error: unknown): asserts error is PortalFailure {
  if (!(error instanceof PortalFailure)) throw error
}

/** Gives the error as a failure; anything but a `PortalFailure` is thrown on. */
export function asFailure(error: unknown): PortalFailure {
  rethrowUnlessFailure(error)
  return error
}
