import type { Changed, FailureKind } from '@/domain/failure'
import type { TransportErrorKind } from './transport'
import { PortalFailure } from '@/domain/failure'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { TransportError } from './transport'

/**
 * Codes by name, in lower case: a portal spells those of its OAuth server in lower, most others in upper case.
 * Codes decide, not statuses: the documented statuses and those of a portal of one's own differ.
 * @see _includes/system-errors.md
 */
const KIND_BY_CODE: Record<string, FailureKind> = {
  'query_limit_exceeded': 'busy',
  'operation_time_limit': 'time-limit',
  'overload_limit': 'overload',
  'internal_server_error': 'portal-error',
  'error_unexpected_answer': 'portal-error',
  '200040300010': 'no-read-right',
  '200040300020': 'no-write-right',
  'access_denied': 'access-denied',
  'accessexception': 'access-denied',
  'allowed_only_intranet_user': 'access-denied',
  'user_access_error': 'user-denied',
  'insufficient_scope': 'missing-scope',
  'expired_token': 'session-ended',
  'invalid_token': 'session-ended',
  'authorization_error': 'session-ended',
  'session_failed': 'session-ended',
  'wrong_license': 'plan',
  'payment_required': 'plan',
  'portal_deleted': 'portal-deleted',
  'no_auth_found': 'no-auth',
  'invalid_request': 'https-required',
  'invalid_credentials': 'bad-credentials',
  'error_manifest_is_not_available': 'manifest',
  'error_batch_method_not_allowed': 'batch-refused',
  'error_batch_length_exceeded': 'batch-refused',
  '200540400002': 'no-store',
  'error_method_not_found': 'no-store',
  '200540400001': 'order-gone',
  '201240400001': 'order-gone',
  'not_found': 'owner-gone',
  'error_entity_not_found': 'no-storage',
  'error_placement_not_found': 'no-placement',
  'error_wrong_handler_url': 'handler-refused',
  'error_unsupported_protocol': 'handler-refused',
}

/** The portal says with these codes that it did not run the call, whatever the status. */
const NEVER_RAN: readonly FailureKind[] = ['busy', 'time-limit', 'overload']

/** Only these are refused as a whole to people who are no administrators, as the plan is to everybody. */
const FOR_ADMINISTRATORS = /^(?:placement\.(?:bind|unbind|get)|app\.option\.set|entity\..+)$/

function kindOfRefusal({ code, status }: TransportError, method = ''): FailureKind {
  const name = code.toLowerCase()
  // A code such as `constructor` is no name of ours.
  const kind = Object.hasOwn(KIND_BY_CODE, name) ? KIND_BY_CODE[name] : undefined
  // Storages are a part of the portal of their own: it may have a store without them.
  if (kind === 'no-store' && method.startsWith('entity.')) return 'no-storage'
  // The plan is refused with 403 and for a whole request; a method refuses one object with 400 or inside a batch.
  if (name === 'access_denied' && status === 403 && !FOR_ADMINISTRATORS.test(method)) return 'plan'
  return kind ?? (status >= 500 ? 'portal-error' : 'refused')
}

/** A 5xx with a code may come from the middle of the work: only the three limits are known to come before it. */
function changedBy(kind: FailureKind, status: number): Changed {
  if (NEVER_RAN.includes(kind)) return 'no'
  return status >= 500 || kind === 'portal-error' ? 'unknown' : 'no'
}

const KIND_BY_TRANSPORT_ERROR: Record<Exclude<TransportErrorKind, 'refused'>, FailureKind> = {
  network: 'offline',
  timeout: 'timeout',
  broken: 'unreadable',
  withheld: 'timeout',
}

/**
 * The codes that come before any work, in lower case: a write that was answered with one of them did not run. Everything
 * else says nothing of that, whatever its status.
 */
const BEFORE_THE_WORK: readonly string[] = [
  'query_limit_exceeded',
  'operation_time_limit',
  'overload_limit',
  'no_auth_found',
  'invalid_request',
  'invalid_credentials',
  'access_denied',
  'insufficient_scope',
  'expired_token',
  'invalid_token',
  'user_access_error',
  'error_method_not_found',
  ORDER_ENTITY_ERROR.binder,
  ORDER_ENTITY_ERROR.writeDenied,
  ORDER_ENTITY_ERROR.ownerIdEmpty,
  ORDER_ENTITY_ERROR.ownerTypeIdEmpty,
  ORDER_ENTITY_ERROR.orderIdEmpty,
  ORDER_ENTITY_ERROR.orderMissing,
  ORDER_ENTITY_ERROR.storeMissing,
]

/** Tells whether the portal answers with this code before any work. */
export function isBeforeTheWork(code: string | undefined): boolean {
  return code !== undefined && BEFORE_THE_WORK.includes(code.toLowerCase())
}

/** Tells whether a write that failed so is known not to have run. */
export function isKnownNotToRun({ code, cause }: PortalFailure): boolean {
  if (!(cause instanceof TransportError)) return false
  return cause.kind === 'withheld' || (cause.kind === 'refused' && isBeforeTheWork(code))
}

/** The scope that a method needs is the first part of its name, for all methods that the app calls. */
function scopeOf(method: string | undefined): string | undefined {
  return method?.split('.')[0]
}

/**
 * Gives the failure that an error of the transport means. `method` names the scope when one is missing.
 * Anything but a TransportError is a mistake of ours and is thrown on.
 */
export function toFailure(error: unknown, method?: string): PortalFailure {
  if (!(error instanceof TransportError)) throw error
  const { code, description, status } = error
  const facts = { code, ...(description ? { description } : {}), cause: error }
  if (error.kind === 'refused') {
    const kind = kindOfRefusal(error, method)
    const scope = kind === 'missing-scope' ? scopeOf(method) : undefined
    return new PortalFailure({ ...facts, kind, changed: changedBy(kind, status), ...(scope ? { scope } : {}) })
  }
  const kind = error.kind === 'broken' && status >= 500 ? 'portal-error' : KIND_BY_TRANSPORT_ERROR[error.kind]
  return new PortalFailure({ ...facts, kind, changed: error.kind === 'withheld' ? 'no' : 'unknown' })
}
