import type { Case, TestRequest } from './case'
import { refusal } from './refusals'

const PAGE = 'settings/how-to-call-rest-api/batch.md'
const BATCH_FACTS = 'FACTS.md: batch'
const batch = (cmd: unknown, halt?: unknown): TestRequest => ({
  method: 'batch',
  params: { cmd, ...(halt === undefined ? {} : { halt }) },
})
/** What a batch answers, `time` and `result_time` aside. */
const batchResult = (result: unknown, more: object = {}) => ({
  body: { result: { result, result_error: [], result_total: [], result_next: [], ...more } },
})
const METHOD_NOT_FOUND = refusal('ERROR_METHOD_NOT_FOUND', 'Method not found!')
const NOT_ALLOWED = refusal('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage')
const TOO_LONG = refusal('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded')
const READ_DENIED = refusal('200040300010', 'Access Denied')
const manyCommands = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, 'user.admin']))
const LIST_FIRST = 'crm.orderentity.list?filter[orderId]=1&start=-1'
const FIRST_BINDING = { orderEntity: [{ orderId: 1, ownerId: 201, ownerTypeId: 2 }] }
const titleCommand = (id: string) => `crm.item.list?entityTypeId=2&start=-1&select[]=title&filter[id]=${id}`
const ALPHA_CHAIRS = { items: [{ title: 'Alpha chairs' }] }
const NO_ITEMS = { items: [] }
const AVAILABLE = { isExisting: true, isAvailable: true }

export const BATCH_CASES: Case[] = [
  {
    name: 'commands run one after another',
    page: PAGE,
    request: batch({ a: 'user.admin', b: 'scope' }),
    ...batchResult({ a: true, b: ['crm', 'sale', 'placement'] }),
  },
  {
    name: 'a list of commands gives a list',
    page: PAGE,
    request: batch(['user.admin', 'user.admin']),
    ...batchResult([true, true]),
  },
  {
    name: 'keys of a list with a gap make a map',
    page: BATCH_FACTS,
    request: batch(['nonsense', 'user.admin']),
    ...batchResult({ 1: true }, { result_error: [METHOD_NOT_FOUND] }),
  },
  {
    name: 'the last of a list failing leaves a list',
    page: BATCH_FACTS,
    request: batch(['user.admin', 'nonsense']),
    ...batchResult([true], { result_error: { 1: METHOD_NOT_FOUND } }),
  },
  {
    name: 'no failures are an empty list',
    page: PAGE,
    request: batch({ a: 'user.admin' }),
    ...batchResult({ a: true }),
  },
  {
    name: 'no results are an empty list',
    page: BATCH_FACTS,
    live: true,
    request: batch({ a: 'nonsense' }),
    ...batchResult([], { result_error: { a: METHOD_NOT_FOUND } }),
  },
  {
    name: 'commands in capitals are commands',
    page: BATCH_FACTS,
    request: { method: 'BATCH', params: { CMD: { a: 'USER.ADMIN' } } },
    ...batchResult({ a: true }),
  },
  {
    name: 'a batch without commands is empty',
    page: BATCH_FACTS,
    live: true,
    request: { method: 'batch' },
    ...batchResult([]),
  },
  {
    name: 'a failed command does not stop the others',
    page: PAGE,
    request: batch({ a: 'nonsense', b: 'user.admin' }, 0),
    ...batchResult({ b: true }, { result_error: { a: METHOD_NOT_FOUND } }),
  },
  {
    name: 'halt stops after the first failure',
    page: PAGE,
    request: batch({ a: 'user.admin', b: 'nonsense', c: 'user.admin' }, 1),
    ...batchResult({ a: true }, { result_error: { b: METHOD_NOT_FOUND } }),
  },
  {
    name: 'halt 1 without a failure stops nothing',
    page: PAGE,
    request: batch({ a: 'user.admin', b: 'user.admin' }, 1),
    ...batchResult({ a: true, b: true }),
  },
  {
    name: 'halt takes the text false for true',
    page: BATCH_FACTS,
    live: true,
    request: batch({ a: 'nonsense', b: 'user.admin' }, 'false'),
    ...batchResult([], { result_error: { a: METHOD_NOT_FOUND } }),
  },
  {
    name: 'fifty commands run',
    page: PAGE,
    request: batch(manyCommands(50)),
    ...batchResult(Object.fromEntries(Object.keys(manyCommands(50)).map((key) => [key, true]))),
  },
  {
    name: 'the fifty-first command is too much',
    page: PAGE,
    request: batch(manyCommands(51)),
    ...batchResult(Object.fromEntries(Object.keys(manyCommands(50)).map((key) => [key, true])), {
      result_error: { c50: TOO_LONG },
    }),
  },
  {
    name: 'a batch in a batch is not allowed',
    page: PAGE,
    request: batch({ a: 'batch?cmd[x]=user.admin', b: 'user.admin' }),
    ...batchResult({ b: true }, { result_error: { a: NOT_ALLOWED } }),
  },
  {
    name: 'a batch in a batch is not allowed in capitals either',
    page: BATCH_FACTS,
    live: true,
    request: batch({ a: 'Batch' }),
    ...batchResult([], { result_error: { a: NOT_ALLOWED } }),
  },
  {
    name: 'lists in a batch have their totals',
    page: PAGE,
    request: batch({ a: 'crm.orderentity.list?filter[orderId]=1' }),
    ...batchResult({ a: FIRST_BINDING }, { result_total: { a: 1 } }),
  },
  {
    name: 'what is not counted has no total',
    page: 'settings/performance/huge-data.md',
    request: batch({ a: LIST_FIRST }),
    ...batchResult({ a: FIRST_BINDING }),
  },
  {
    name: 'brackets in a command may be encoded',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    request: batch({ a: 'crm.orderentity.list?filter%5BorderId%5D=1&start=-1' }),
    ...batchResult({ a: FIRST_BINDING }),
  },
  {
    name: 'a value in a command is decoded once',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    request: batch({ a: 'method.get?name=user%2Eadmin' }),
    ...batchResult({ a: AVAILABLE }),
  },
  {
    name: 'a value encoded twice is another value',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    request: batch({ a: 'method.get?name=user%252Eadmin' }),
    ...batchResult({ a: { isExisting: false, isAvailable: false } }),
  },
  {
    name: 'a reference takes a number from an earlier row',
    page: PAGE,
    request: batch({ a: LIST_FIRST, b: titleCommand('$result[a][orderEntity][0][ownerId]') }),
    ...batchResult({ a: FIRST_BINDING, b: ALPHA_CHAIRS }),
  },
  {
    name: 'a reference may be encoded',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    request: batch({ a: LIST_FIRST, b: titleCommand('%24result%5Ba%5D%5BorderEntity%5D%5B0%5D%5BownerId%5D') }),
    ...batchResult({ a: FIRST_BINDING, b: ALPHA_CHAIRS }),
  },
  {
    name: 'a reference in capitals is a reference',
    page: BATCH_FACTS,
    request: batch({ a: LIST_FIRST, b: titleCommand('$RESULT[a][orderEntity][0][ownerId]') }),
    ...batchResult({ a: FIRST_BINDING, b: ALPHA_CHAIRS }),
  },
  {
    name: 'a reference to the number of a command in a list',
    page: PAGE,
    request: batch([LIST_FIRST, titleCommand('$result[0][orderEntity][0][ownerId]')]),
    ...batchResult([FIRST_BINDING, ALPHA_CHAIRS]),
  },
  {
    name: 'a reference to a later command finds nothing',
    page: BATCH_FACTS,
    request: batch({ b: titleCommand('$result[a][orderEntity][0][ownerId]'), a: LIST_FIRST }),
    ...batchResult({ b: NO_ITEMS, a: FIRST_BINDING }),
  },
  {
    name: 'a reference gives a whole list of a filter',
    page: BATCH_FACTS,
    request: batch({ a: 'scope', b: 'method.get?name=$result[a][0]' }),
    ...batchResult({ a: ['crm', 'sale', 'placement'], b: { isExisting: false, isAvailable: false } }),
  },
  {
    name: 'a total may be referred to',
    page: BATCH_FACTS,
    request: batch({ a: 'crm.orderentity.list?filter[orderId]=1', b: titleCommand('20$total[a]') }),
    ...batchResult({ a: FIRST_BINDING, b: ALPHA_CHAIRS }, { result_total: { a: 1 } }),
  },
  {
    name: 'a reference inside a text becomes a part of it',
    page: BATCH_FACTS,
    request: batch({ a: 'crm.orderentity.list?filter[orderId]=1', b: 'method.get?name=user.admin$total[b]' }),
    ...batchResult({ a: FIRST_BINDING, b: { isExisting: false, isAvailable: false } }, { result_total: { a: 1 } }),
  },
  {
    name: 'a failed command cannot be referred to by its result',
    page: BATCH_FACTS,
    request: batch({ a: 'nonsense', b: titleCommand('$result[a][0]') }),
    ...batchResult({ b: NO_ITEMS }, { result_error: { a: METHOD_NOT_FOUND } }),
  },
  {
    name: 'the error of a command may be referred to',
    page: BATCH_FACTS,
    request: batch({ a: 'nonsense', b: 'method.get?name=$error[a][error]' }),
    ...batchResult({ b: { isExisting: false, isAvailable: false } }, { result_error: { a: METHOD_NOT_FOUND } }),
  },
  {
    name: 'each command has the rights of its caller',
    page: PAGE,
    request: { ...batch({ a: 'user.admin', b: 'crm.orderentity.list' }), user: 'employee' },
    ...batchResult({ a: false }, { result_error: { b: READ_DENIED } }),
  },
  {
    name: 'each command needs its scope',
    page: 'error-codes.md',
    request: { ...batch({ a: 'sale.order.list', b: 'user.admin' }), auth: { webhook: 'crmsecret' } },
    ...batchResult(
      { b: true },
      {
        result_error: {
          a: refusal('insufficient_scope', 'The request requires higher privileges than provided by the webhook token'),
        },
      },
    ),
  },
  {
    name: 'a token inside a command does not change the caller',
    page: BATCH_FACTS,
    request: batch({ a: `user.admin?auth=${'f'.repeat(70)}` }),
    ...batchResult({ a: true }),
  },
  {
    name: 'a write and its reading back stand in one batch',
    page: PAGE,
    request: batch({
      a: 'crm.orderentity.add?fields[orderId]=3&fields[ownerId]=201&fields[ownerTypeId]=2',
      b: 'crm.orderentity.list?filter[orderId]=3&start=-1',
    }),
    ...batchResult({
      a: { dealOrder: { orderId: 3, ownerId: 201, ownerTypeId: 2 } },
      b: { orderEntity: [{ orderId: 3, ownerId: 201, ownerTypeId: 2 }] },
    }),
    bindings: { 3: [2, 201] },
  },
  {
    name: 'halt keeps a write from following a failure',
    page: PAGE,
    request: batch(
      {
        a: 'crm.item.get?entityTypeId=2&id=999',
        b: 'crm.orderentity.add?fields[orderId]=3&fields[ownerId]=201&fields[ownerTypeId]=2',
      },
      true,
    ),
    ...batchResult([], { result_error: { a: refusal('NOT_FOUND', 'Element not found') } }),
    bindings: { 3: null },
  },
  {
    name: 'an expired token refuses the whole batch',
    page: 'error-codes.md',
    before: [{ times: 1, request: { method: 'profile' } }, { moveMs: 3_600_000 }],
    request: batch({ a: 'user.admin' }),
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    name: 'a batch with an empty list of commands is empty',
    page: BATCH_FACTS,
    jsonOnly: true,
    request: batch([]),
    ...batchResult([]),
  },
  {
    name: 'numbered commands give lists',
    page: PAGE,
    request: batch(['user.admin', 'scope']),
    ...batchResult([true, ['crm', 'sale', 'placement']]),
  },
  {
    name: 'named commands give maps',
    page: PAGE,
    request: batch({ who: 'user.admin', no: 'nonsense' }),
    ...batchResult({ who: true }, { result_error: { no: METHOD_NOT_FOUND } }),
  },
  {
    name: 'halt leaves out what comes after a failure',
    page: PAGE,
    request: batch({ no: 'nonsense', who: 'user.admin' }, 1),
    ...batchResult([], { result_error: { no: METHOD_NOT_FOUND } }),
  },
  {
    name: 'the text 0 is no halt',
    page: BATCH_FACTS,
    request: batch({ no: 'nonsense', who: 'user.admin' }, '0'),
    ...batchResult({ who: true }, { result_error: { no: METHOD_NOT_FOUND } }),
  },
  {
    name: 'lists in a batch are counted',
    page: PAGE,
    request: batch({ a: 'crm.item.list?entityTypeId=2&select[]=id&filter[id]=201' }),
    ...batchResult({ a: { items: [{ id: 201 }] } }, { result_total: { a: 1 } }),
  },
  {
    name: 'a write in a batch writes',
    page: PAGE,
    request: batch({ a: 'crm.orderentity.add?fields[orderId]=3&fields[ownerId]=202&fields[ownerTypeId]=2' }),
    ...batchResult({ a: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } }),
    bindings: { 3: [2, 202] },
  },
  {
    name: 'a batch inside a batch is refused',
    page: PAGE,
    request: batch({ a: 'batch?cmd[x]=scope' }),
    ...batchResult([], { result_error: { a: NOT_ALLOWED } }),
  },
  {
    name: 'scopes are checked for every command',
    page: 'error-codes.md',
    request: batch({ a: 'user.current' }),
    ...batchResult([], {
      result_error: {
        a: refusal('insufficient_scope', 'The request requires higher privileges than provided by the access token'),
      },
    }),
  },
]
