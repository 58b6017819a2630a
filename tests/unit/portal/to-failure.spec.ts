import type { Changed, FailureKind } from '@/domain/failure'
import { describe, expect, it } from 'vitest'
import { FAILURE_KINDS } from '@/domain/failure'
import { toFailure } from '@/portal/to-failure'
import { TransportError } from '@/portal/transport'

const refusal = (code: string, status: number) =>
  new TransportError({ kind: 'refused', code, status, description: 'Said so.' })
const transportError = (name: 'network' | 'timeout' | 'broken' | 'withheld', status = 0) =>
  new TransportError({ kind: name, code: 'NETWORK_ERROR', status })

/** One row at least for every kind: what the portal or the connection does, and what it means. */
const CASES: [FailureKind, Changed, TransportError][] = [
  ['busy', 'no', refusal('QUERY_LIMIT_EXCEEDED', 503)],
  ['time-limit', 'no', refusal('OPERATION_TIME_LIMIT', 429)],
  ['overload', 'no', refusal('OVERLOAD_LIMIT', 503)],
  ['offline', 'unknown', transportError('network')],
  ['timeout', 'unknown', transportError('timeout')],
  ['timeout', 'no', transportError('withheld')],
  ['portal-error', 'unknown', refusal('INTERNAL_SERVER_ERROR', 500)],
  ['portal-error', 'unknown', refusal('ERROR_UNEXPECTED_ANSWER', 500)],
  ['portal-error', 'unknown', refusal('INTERNAL_SERVER_ERROR', 0)],
  ['portal-error', 'unknown', refusal('SOMETHING_NEW', 502)],
  ['portal-error', 'unknown', transportError('broken', 502)],
  ['unreadable', 'unknown', transportError('broken', 200)],
  ['unreadable', 'unknown', transportError('broken')],
  ['no-read-right', 'no', refusal('200040300010', 400)],
  ['no-write-right', 'no', refusal('200040300020', 400)],
  ['no-write-right', 'no', refusal('200040300020', 0)],
  ['access-denied', 'no', refusal('ACCESS_DENIED', 400)],
  ['access-denied', 'no', refusal('access_denied', 0)],
  ['access-denied', 'no', refusal('allowed_only_intranet_user', 403)],
  ['user-denied', 'no', refusal('user_access_error', 403)],
  ['missing-scope', 'no', refusal('insufficient_scope', 403)],
  ['missing-scope', 'no', refusal('INSUFFICIENT_SCOPE', 401)],
  ['session-ended', 'no', refusal('expired_token', 401)],
  ['session-ended', 'no', refusal('INVALID_TOKEN', 401)],
  ['plan', 'no', refusal('ACCESS_DENIED', 403)],
  ['portal-deleted', 'unknown', refusal('PORTAL_DELETED', 500)],
  ['portal-deleted', 'no', refusal('PORTAL_DELETED', 403)],
  ['no-auth', 'no', refusal('NO_AUTH_FOUND', 401)],
  ['https-required', 'no', refusal('INVALID_REQUEST', 400)],
  ['bad-credentials', 'no', refusal('INVALID_CREDENTIALS', 403)],
  ['manifest', 'no', refusal('ERROR_MANIFEST_IS_NOT_AVAILABLE', 404)],
  ['batch-refused', 'no', refusal('ERROR_BATCH_METHOD_NOT_ALLOWED', 405)],
  ['batch-refused', 'no', refusal('ERROR_BATCH_LENGTH_EXCEEDED', 0)],
  ['no-store', 'no', refusal('200540400002', 400)],
  ['no-store', 'no', refusal('ERROR_METHOD_NOT_FOUND', 404)],
  ['no-placement', 'no', refusal('ERROR_PLACEMENT_NOT_FOUND', 400)],
  ['handler-refused', 'no', refusal('ERROR_WRONG_HANDLER_URL', 200)],
  ['handler-refused', 'no', refusal('ERROR_UNSUPPORTED_PROTOCOL', 400)],
  ['access-denied', 'no', refusal('AccessException', 400)],
  ['no-storage', 'no', refusal('ERROR_ENTITY_NOT_FOUND', 400)],
  ['order-gone', 'no', refusal('200540400001', 400)],
  ['owner-gone', 'no', refusal('NOT_FOUND', 400)],
  ['refused', 'no', refusal('0', 400)],
  ['refused', 'no', refusal('', 400)],
  ['refused', 'no', refusal('201640400001', 0)],
  ['refused', 'no', refusal('SOMETHING_NEW', 422)],
]

describe('toFailure', () => {
  it.each(CASES)('means %s, changed: %s', (kind, changed, error) => {
    expect(toFailure(error)).toMatchObject({ kind, changed, code: error.code, cause: error })
  })

  it('has a case for every kind of failure but the mistake of the app', () => {
    // A note that was refused is known by its place in the batch, not by its code.
    expect(new Set([...CASES.map(([kind]) => kind), 'not-noted', 'app-error'])).toEqual(new Set(FAILURE_KINDS))
  })

  it("keeps the portal's own description", () => {
    expect(toFailure(refusal('0', 400)).description).toBe('Said so.')
  })

  it.each([
    ['placement.bind', 'access-denied'],
    ['placement.unbind', 'access-denied'],
    ['placement.get', 'access-denied'],
    ['app.option.set', 'access-denied'],
    ['entity.add', 'access-denied'],
    ['placement.list', 'plan'],
    ['sale.order.list', 'plan'],
    ['app.option.get', 'plan'],
  ])('tells what only administrators may from what the plan forbids: %s', (method, kind) => {
    expect(toFailure(refusal('ACCESS_DENIED', 403), method).kind).toBe(kind)
  })

  it('tells a portal without storages from one without a store', () => {
    expect(toFailure(refusal('ERROR_METHOD_NOT_FOUND', 404), 'entity.item.add').kind).toBe('no-storage')
  })

  it('names the scope that the method needs', () => {
    expect(toFailure(refusal('insufficient_scope', 403), 'sale.order.list').scope).toBe('sale')
  })

  it('throws a mistake of ours on', () => {
    expect(() => toFailure(new RangeError('Not an order id: 0'))).toThrow(RangeError)
  })
})
