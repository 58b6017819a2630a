import type { FaultEffect, FaultRule } from '@contract/control'
import type { Ask, Case } from './play'
import { refusal } from './statement'

const ERRORS = 'error-codes.md'
const README = 'README.md: faults'
const ADD = 'crm.orderentity.add'
const every = (effect: FaultEffect, more: Partial<FaultRule> = {}): FaultRule[] => [{ method: ADD, when: 'every', effect, ...more }]
const systemError = (code: string): FaultRule[] => [{ method: '*', when: 'every', effect: { kind: 'error', code } }]
const WHO: Ask = { method: 'user.admin' }
const BIND: Ask = { method: 'crm.orderEntity.add', params: { fields: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } }
const COMMAND = `${ADD}?fields[orderId]=3&fields[ownerId]=202&fields[ownerTypeId]=2`
const IN_BATCH: Ask = { method: 'batch', params: { cmd: { a: COMMAND, b: 'user.admin' } } }
const BOUND = { 3: [2, 202] } as Case['bindings']
const FREE = { 3: null }
const dealOrder = { orderId: 3, ownerId: 202, ownerTypeId: 2 }
const came = (result: unknown, errors: unknown = []) => ({ body: { result: { result, result_error: errors, result_total: [], result_next: [] } } })

export const FAULTS_CASES: Case[] = [
  { says: 'an internal error', page: ERRORS, faults: systemError('INTERNAL_SERVER_ERROR'), ask: WHO, status: 500, body: refusal('INTERNAL_SERVER_ERROR', 'Internal server error') },
  { says: 'an unexpected answer', page: ERRORS, faults: systemError('ERROR_UNEXPECTED_ANSWER'), ask: WHO, status: 500, body: refusal('ERROR_UNEXPECTED_ANSWER', 'Server returned an unexpected response') },
  { says: 'too many requests', page: ERRORS, faults: systemError('QUERY_LIMIT_EXCEEDED'), ask: WHO, status: 503, body: refusal('QUERY_LIMIT_EXCEEDED', 'Too many requests') },
  { says: 'a method used too long', page: 'limits.md', faults: systemError('OPERATION_TIME_LIMIT'), ask: WHO, status: 429, body: refusal('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.') },
  { says: 'a method that no batch may carry', page: ERRORS, faults: systemError('ERROR_BATCH_METHOD_NOT_ALLOWED'), ask: WHO, status: 405, body: refusal('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage') },
  { says: 'a batch that is too long', page: ERRORS, faults: systemError('ERROR_BATCH_LENGTH_EXCEEDED'), ask: WHO, status: 400, body: refusal('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded') },
  { says: 'wrong authorization data', page: ERRORS, faults: systemError('NO_AUTH_FOUND'), ask: WHO, status: 401, body: refusal('NO_AUTH_FOUND', 'Wrong authorization data') },
  { says: 'https required', page: ERRORS, faults: systemError('INVALID_REQUEST'), ask: WHO, status: 400, body: refusal('INVALID_REQUEST', 'Https required.') },
  { says: 'REST blocked by hand', page: ERRORS, faults: systemError('OVERLOAD_LIMIT'), ask: WHO, status: 503, body: refusal('OVERLOAD_LIMIT', 'REST API is blocked due to overload.') },
  { says: 'no commercial plan', page: ERRORS, faults: systemError('ACCESS_DENIED'), ask: WHO, status: 403, body: refusal('ACCESS_DENIED', 'REST is available only on commercial plans.') },
  { says: 'invalid credentials', page: ERRORS, faults: systemError('INVALID_CREDENTIALS'), ask: WHO, status: 403, body: refusal('INVALID_CREDENTIALS', 'Invalid request credentials') },
  { says: 'no manifest', page: ERRORS, faults: systemError('ERROR_MANIFEST_IS_NOT_AVAILABLE'), ask: WHO, status: 404, body: refusal('ERROR_MANIFEST_IS_NOT_AVAILABLE', 'Manifest is not available') },
  { says: 'a missing scope', page: ERRORS, faults: systemError('insufficient_scope'), ask: WHO, status: 403, body: refusal('insufficient_scope', 'The request requires higher privileges than provided by the access token') },
  { says: 'an expired token', page: ERRORS, faults: systemError('expired_token'), ask: WHO, status: 401, body: refusal('expired_token', 'The access token provided has expired') },
  { says: 'an app that the person may not use', page: ERRORS, faults: systemError('user_access_error'), ask: WHO, status: 403, body: refusal('user_access_error', 'The user does not have access to the application.') },
  { says: 'a portal that is gone', page: ERRORS, faults: systemError('PORTAL_DELETED'), ask: WHO, status: 500, body: refusal('PORTAL_DELETED', 'Portal was deleted') },
  { says: 'a method for apps alone', page: 'FACTS.md: other system errors', faults: systemError('WRONG_AUTH_TYPE'), ask: WHO, status: 403, body: refusal('WRONG_AUTH_TYPE', 'Current authorization type is denied for this method Application context required') },
  { says: 'the confirmation of a method is awaited', page: 'FACTS.md: other system errors', faults: systemError('METHOD_CONFIRM_WAITING'), ask: WHO, status: 401, body: refusal('METHOD_CONFIRM_WAITING', 'Waiting for confirmation') },
  { says: 'a licence that does not allow the method', page: 'FACTS.md: other system errors', faults: systemError('WRONG_LICENSE'), ask: WHO, status: 403, body: refusal('WRONG_LICENSE', 'Wrong license') },
  { says: 'an application that the portal does not know', page: 'FACTS.md: other system errors', faults: systemError('APPLICATION_NOT_FOUND'), ask: WHO, status: 401, body: refusal('APPLICATION_NOT_FOUND', 'Application not found') },
  { says: 'a portal that cannot reach the authorization server', page: 'FACTS.md: other system errors', faults: systemError('CONNECTION_ERROR'), ask: WHO, status: 401, body: refusal('CONNECTION_ERROR', 'Connection error') },
  { says: 'the confirmation of a method was denied', page: 'FACTS.md: other system errors', faults: systemError('METHOD_CONFIRM_DENIED'), ask: WHO, status: 403, body: refusal('METHOD_CONFIRM_DENIED', 'Method call denied') },
  { says: 'a person who cannot be authorized', page: 'FACTS.md: other system errors', faults: systemError('authorization_error'), ask: WHO, status: 401, body: refusal('authorization_error', 'Unable to authorize user') },
  { says: 'an encoding that the portal cannot read', page: 'FACTS.md: other system errors', faults: systemError('WRONG_ENCODING'), ask: WHO, status: 400, body: refusal('WRONG_ENCODING', 'Wrong request encoding') },
  { says: 'an error of a code and text of its own', page: README, faults: every({ kind: 'error', code: '0', description: 'Basket is locked' }), ask: BIND, status: 400, body: refusal('0', 'Basket is locked'), bindings: FREE },
  { says: 'an error without a code, as legacy methods give it', page: README, faults: every({ kind: 'error', code: '', description: 'Access denied.' }), ask: BIND, status: 400, body: refusal('', 'Access denied.'), bindings: FREE },

  { says: 'a connection cut before the work', page: README, faults: every({ kind: 'cut-before' }), ask: BIND, ends: 'cut', bindings: FREE },
  { says: 'a connection cut after the work', page: README, faults: every({ kind: 'cut-after' }), ask: BIND, ends: 'cut', bindings: BOUND },
  { says: 'an answer lost now, its work still to come', page: README, faults: every({ kind: 'late-work', ms: 60_000 }), ask: BIND, ends: 'cut', bindings: FREE },
  { says: 'silence', page: README, faults: every({ kind: 'silence' }), ask: BIND, ends: 'silence', bindings: FREE },
  { says: 'half an answer, then a cut', page: README, faults: every({ kind: 'truncated' }), ask: BIND, ends: 'cut', bindings: BOUND },
  { says: 'no body', page: README, faults: every({ kind: 'empty-body' }), ask: BIND, text: '', bindings: BOUND },
  { says: 'a page of a proxy', page: README, faults: every({ kind: 'html-page', status: 504 }), ask: BIND, status: 504, text: '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>', bindings: BOUND },
  { says: 'an error twice is no JSON', page: README, faults: [{ method: 'nonsense', when: 'every', effect: { kind: 'duplicate' } }], ask: { method: 'nonsense' }, status: 404, text: '{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found!"}'.repeat(2) },
  { says: 'JSON without its end', page: README, faults: [{ method: 'nonsense', when: 'every', effect: { kind: 'broken-json' } }], ask: { method: 'nonsense' }, status: 404, text: '{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found' },
  { says: 'another shape', page: README, faults: every({ kind: 'wrong-shape', result: { dealOrder: [] } }), ask: BIND, body: { result: { dealOrder: [] } }, bindings: BOUND },
  { says: 'other types', page: README, faults: every({ kind: 'wrong-type' }), ask: BIND, body: { result: { dealOrder: { orderId: 'n/a', ownerId: 'n/a', ownerTypeId: 'n/a' } } }, bindings: BOUND },
  { says: 'other types of texts and flags', page: README, faults: [{ method: 'profile', when: 'every', effect: { kind: 'wrong-type' } }], ask: { method: 'profile' }, body: { result: { ID: 0, ADMIN: 'true', NAME: 0, LAST_NAME: 0, PERSONAL_GENDER: 0, TIME_ZONE: 0 } } },

  { says: 'an error of one command of a batch', page: README, faults: every({ kind: 'error', code: '0', description: 'No' }), ask: IN_BATCH, ...came({ b: true }, { a: refusal('0', 'No') }), bindings: FREE },
  { says: 'an error of the whole batch that carries a command', page: README, faults: every({ kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { inBatch: 'whole' }), ask: IN_BATCH, status: 500, body: refusal('INTERNAL_SERVER_ERROR', 'Internal server error'), bindings: FREE },
  { says: 'an error of every batch', page: README, faults: [{ method: 'batch', when: 'every', effect: { kind: 'error', code: 'OVERLOAD_LIMIT' } }], ask: IN_BATCH, status: 503, body: refusal('OVERLOAD_LIMIT', 'REST API is blocked due to overload.'), bindings: FREE },
  { says: 'a command that no batch may carry', page: ERRORS, faults: every({ kind: 'error', code: 'ERROR_BATCH_METHOD_NOT_ALLOWED' }), ask: IN_BATCH, ...came({ b: true }, { a: refusal('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage') }), bindings: FREE },
  { says: 'a shape of one command of a batch', page: README, faults: every({ kind: 'wrong-shape', result: null }), ask: IN_BATCH, ...came({ a: null, b: true }), bindings: BOUND },
  { says: 'types of one command of a batch', page: README, faults: every({ kind: 'wrong-type' }), ask: IN_BATCH, ...came({ a: { dealOrder: { orderId: 'n/a', ownerId: 'n/a', ownerTypeId: 'n/a' } }, b: true }), bindings: BOUND },
  { says: 'a row that a batch lost', page: README, faults: every({ kind: 'missing-row' }), ask: IN_BATCH, ...came({ b: true }), bindings: BOUND },
  { says: 'a cut of the batch that carries a command', page: README, faults: every({ kind: 'cut-after' }), ask: IN_BATCH, ends: 'cut', bindings: BOUND },
  { says: 'a rule that leaves batches alone', page: README, faults: every({ kind: 'cut-before' }, { inBatch: false }), ask: IN_BATCH, ...came({ a: { dealOrder }, b: true }), bindings: BOUND },
  { says: 'the first call spared by a rule for the second', page: README, faults: every({ kind: 'cut-before' }, { when: { nth: 2 } }), ask: BIND, body: { result: { dealOrder } }, bindings: BOUND },
  { says: 'a probability of nothing', page: README, faults: every({ kind: 'cut-before' }, { when: { probability: 0 } }), ask: BIND, body: { result: { dealOrder } }, bindings: BOUND },
  { says: 'a probability of certainty', page: README, faults: every({ kind: 'cut-before' }, { when: { probability: 1, seed: 5 } }), ask: BIND, ends: 'cut', bindings: FREE },
  { says: 'a rule in capitals', page: README, faults: every({ kind: 'cut-before' }, { method: 'CRM.ORDERENTITY.ADD' }), ask: BIND, ends: 'cut', bindings: FREE },
]
