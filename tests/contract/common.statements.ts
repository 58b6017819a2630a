import type { Statement } from './statement'
import { expireTokens } from '@emulator/calls/identity'
import { refusal } from './refusals'

const EMPTY_BATCH = { result: [], result_error: [], result_total: [], result_next: [] }
const METHOD_MISSING = refusal('ERROR_METHOD_NOT_FOUND', 'Method not found!')
const NO_SCOPE = 'The request requires higher privileges than provided by the access token'

/** @see settings/how-to-call-rest-api/general-principles.md */
export const COMMON_STATEMENTS: Statement[] = [
  { says: 'an unknown method is not found', method: 'crm.nonsense.list', status: 404, body: METHOD_MISSING },
  { says: 'an inherited name is no method', method: 'constructor', status: 404, body: METHOD_MISSING },
  {
    says: 'an expired token is refused',
    given: expireTokens,
    method: 'profile',
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    says: 'a token that the portal forgot is refused',
    given: (portal) => void (portal.tokens = []),
    method: 'profile',
    status: 401,
    body: refusal('invalid_token', 'Unable to get application by token'),
  },
  {
    says: 'a missing scope is named',
    method: 'user.current',
    status: 403,
    body: refusal('insufficient_scope', NO_SCOPE),
  },
  {
    says: 'the profile says who calls',
    as: 'manager',
    method: 'profile',
    body: {
      result: { ID: '2', ADMIN: false, NAME: 'Tomas', LAST_NAME: 'Ibarrena', PERSONAL_GENDER: '', TIME_ZONE: '' },
    },
  },
  { says: 'a portal administrator is told so', method: 'user.admin', body: { result: true } },
  {
    says: 'a store administrator is no portal administrator',
    as: 'store administrator',
    method: 'user.admin',
    body: { result: false },
  },
  { says: 'scope lists what the app was given', method: 'scope', body: { result: ['crm', 'sale', 'placement'] } },
  {
    says: 'a method that is there and open',
    method: 'method.get',
    params: { name: 'crm.OrderEntity.add' },
    body: { result: { isExisting: true, isAvailable: true } },
  },
  {
    says: 'a method that is there and closed',
    method: 'method.get',
    params: { name: 'user.current' },
    body: { result: { isExisting: true, isAvailable: false } },
  },
  {
    says: 'a method that is not there',
    method: 'method.get',
    params: { name: 'crm.nonsense' },
    body: { result: { isExisting: false, isAvailable: false } },
  },

  { says: 'empty app options are an empty array', method: 'app.option.get', body: { result: [] } },
  {
    says: 'app options are a map',
    given: (portal) => void (portal.app.options = { mode: 'x' }),
    method: 'app.option.get',
    body: { result: { mode: 'x' } },
  },
  {
    says: 'an option that is not set is null',
    method: 'app.option.get',
    params: { option: 'mode' },
    body: { result: null },
  },
  {
    says: 'an administrator sets app options',
    method: 'app.option.set',
    params: { options: { mode: 'x' } },
    body: { result: true },
  },
  {
    says: 'nobody else sets app options',
    as: 'store administrator',
    method: 'app.option.set',
    params: { options: { mode: 'x' } },
    status: 400,
    body: refusal('AccessException', 'Administrator authorization required'),
  },
  {
    says: 'a webhook has no app options',
    byWebhook: true,
    method: 'app.option.get',
    status: 400,
    body: refusal('AccessException', 'Application context required'),
  },
  {
    says: 'everybody sets options of their own',
    as: 'employee',
    method: 'user.option.set',
    params: { options: { recent: [1] } },
    body: { result: true },
  },

  {
    says: 'a batch without commands is empty',
    method: 'batch',
    params: { cmd: [] },
    body: { result: { ...EMPTY_BATCH, result_time: [] } },
  },
  {
    says: 'numbered commands give lists',
    method: 'batch',
    params: { cmd: ['user.admin', 'scope'] },
    body: { result: { ...EMPTY_BATCH, result: [true, ['crm', 'sale', 'placement']] } },
  },
  {
    says: 'named commands give maps',
    method: 'batch',
    params: { cmd: { who: 'user.admin', no: 'nonsense' } },
    body: { result: { ...EMPTY_BATCH, result: { who: true }, result_error: { no: METHOD_MISSING } } },
  },
  {
    says: 'halt leaves out what comes after a failure',
    method: 'batch',
    params: { halt: 1, cmd: { no: 'nonsense', who: 'user.admin' } },
    body: { result: { ...EMPTY_BATCH, result_error: { no: METHOD_MISSING } } },
  },
  {
    says: 'the text 0 is no halt',
    method: 'batch',
    params: { halt: '0', cmd: { no: 'nonsense', who: 'user.admin' } },
    body: { result: { ...EMPTY_BATCH, result: { who: true }, result_error: { no: METHOD_MISSING } } },
  },
  {
    says: 'lists in a batch are counted',
    method: 'batch',
    params: { cmd: { a: 'crm.item.list?entityTypeId=2&select[]=id&filter[id]=201' } },
    body: { result: { ...EMPTY_BATCH, result: { a: { items: [{ id: 201 }] } }, result_total: { a: 1 } } },
  },
  {
    says: 'a write in a batch writes',
    method: 'batch',
    params: { cmd: { a: 'crm.orderentity.add?fields[orderId]=3&fields[ownerId]=202&fields[ownerTypeId]=2' } },
    body: { result: { ...EMPTY_BATCH, result: { a: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } } } },
    bindings: { 3: [2, 202] },
  },
  {
    says: 'a batch inside a batch is refused',
    method: 'batch',
    params: { cmd: { a: 'batch?cmd[x]=scope' } },
    body: {
      result: {
        ...EMPTY_BATCH,
        result_error: { a: refusal('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage') },
      },
    },
  },
  {
    says: 'scopes are checked for every command',
    method: 'batch',
    params: { cmd: { a: 'user.current' } },
    body: { result: { ...EMPTY_BATCH, result_error: { a: refusal('insufficient_scope', NO_SCOPE) } } },
  },
]
