import type { Ask, Case } from './case'
import { refusal } from './refusals'

const PAGE = 'settings/how-to-call-rest-api/batch.md'
const ODD = 'FACTS.md: batch'
const batch = (cmd: unknown, halt?: unknown): Ask => ({
  method: 'batch',
  params: { cmd, ...(halt === undefined ? {} : { halt }) },
})
/** What a batch answers, `time` and `result_time` aside. */
const came = (result: unknown, more: object = {}) => ({
  body: { result: { result, result_error: [], result_total: [], result_next: [], ...more } },
})
const MISSING = refusal('ERROR_METHOD_NOT_FOUND', 'Method not found!')
const NOT_ALLOWED = refusal('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage')
const TOO_LONG = refusal('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded')
const READ_DENIED = refusal('200040300010', 'Access Denied')
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, 'user.admin']))
const FIRST = 'crm.orderentity.list?filter[orderId]=1&start=-1'
const first = { orderEntity: [{ orderId: 1, ownerId: 201, ownerTypeId: 2 }] }
const titleOf = (id: string) => `crm.item.list?entityTypeId=2&start=-1&select[]=title&filter[id]=${id}`
const ALPHA = { items: [{ title: 'Alpha chairs' }] }
const NONE = { items: [] }
const ADMIN_SAYS = { isExisting: true, isAvailable: true }

export const BATCH_CASES: Case[] = [
  {
    says: 'commands run one after another',
    page: PAGE,
    ask: batch({ a: 'user.admin', b: 'scope' }),
    ...came({ a: true, b: ['crm', 'sale', 'placement'] }),
  },
  {
    says: 'a list of commands gives a list',
    page: PAGE,
    ask: batch(['user.admin', 'user.admin']),
    ...came([true, true]),
  },
  {
    says: 'keys of a list with a gap make a map',
    page: ODD,
    ask: batch(['nonsense', 'user.admin']),
    ...came({ 1: true }, { result_error: [MISSING] }),
  },
  {
    says: 'the last of a list failing leaves a list',
    page: ODD,
    ask: batch(['user.admin', 'nonsense']),
    ...came([true], { result_error: { 1: MISSING } }),
  },
  { says: 'no failures are an empty list', page: PAGE, ask: batch({ a: 'user.admin' }), ...came({ a: true }) },
  {
    says: 'no results are an empty list',
    page: ODD,
    live: true,
    ask: batch({ a: 'nonsense' }),
    ...came([], { result_error: { a: MISSING } }),
  },
  {
    says: 'commands in capitals are commands',
    page: ODD,
    ask: { method: 'BATCH', params: { CMD: { a: 'USER.ADMIN' } } },
    ...came({ a: true }),
  },
  { says: 'a batch without commands is empty', page: ODD, live: true, ask: { method: 'batch' }, ...came([]) },
  {
    says: 'a failed command does not stop the others',
    page: PAGE,
    ask: batch({ a: 'nonsense', b: 'user.admin' }, 0),
    ...came({ b: true }, { result_error: { a: MISSING } }),
  },
  {
    says: 'halt stops after the first failure',
    page: PAGE,
    ask: batch({ a: 'user.admin', b: 'nonsense', c: 'user.admin' }, 1),
    ...came({ a: true }, { result_error: { b: MISSING } }),
  },
  {
    says: 'halt 1 without a failure stops nothing',
    page: PAGE,
    ask: batch({ a: 'user.admin', b: 'user.admin' }, 1),
    ...came({ a: true, b: true }),
  },
  {
    says: 'halt takes the text false for true',
    page: ODD,
    live: true,
    ask: batch({ a: 'nonsense', b: 'user.admin' }, 'false'),
    ...came([], { result_error: { a: MISSING } }),
  },
  {
    says: 'fifty commands run',
    page: PAGE,
    ask: batch(many(50)),
    ...came(Object.fromEntries(Object.keys(many(50)).map((key) => [key, true]))),
  },
  {
    says: 'the fifty-first command is too much',
    page: PAGE,
    ask: batch(many(51)),
    ...came(Object.fromEntries(Object.keys(many(50)).map((key) => [key, true])), { result_error: { c50: TOO_LONG } }),
  },
  {
    says: 'a batch in a batch is not allowed',
    page: PAGE,
    ask: batch({ a: 'batch?cmd[x]=user.admin', b: 'user.admin' }),
    ...came({ b: true }, { result_error: { a: NOT_ALLOWED } }),
  },
  {
    says: 'a batch in a batch is not allowed in capitals either',
    page: ODD,
    live: true,
    ask: batch({ a: 'Batch' }),
    ...came([], { result_error: { a: NOT_ALLOWED } }),
  },
  {
    says: 'lists in a batch have their totals',
    page: PAGE,
    ask: batch({ a: 'crm.orderentity.list?filter[orderId]=1' }),
    ...came({ a: first }, { result_total: { a: 1 } }),
  },
  {
    says: 'what is not counted has no total',
    page: 'settings/performance/huge-data.md',
    ask: batch({ a: FIRST }),
    ...came({ a: first }),
  },
  {
    says: 'brackets in a command may be encoded',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    ask: batch({ a: 'crm.orderentity.list?filter%5BorderId%5D=1&start=-1' }),
    ...came({ a: first }),
  },
  {
    says: 'a value in a command is decoded once',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    ask: batch({ a: 'method.get?name=user%2Eadmin' }),
    ...came({ a: ADMIN_SAYS }),
  },
  {
    says: 'a value encoded twice is another value',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    ask: batch({ a: 'method.get?name=user%252Eadmin' }),
    ...came({ a: { isExisting: false, isAvailable: false } }),
  },
  {
    says: 'a reference takes a number from an earlier row',
    page: PAGE,
    ask: batch({ a: FIRST, b: titleOf('$result[a][orderEntity][0][ownerId]') }),
    ...came({ a: first, b: ALPHA }),
  },
  {
    says: 'a reference may be encoded',
    page: 'settings/how-to-call-rest-api/data-encoding.md',
    ask: batch({ a: FIRST, b: titleOf('%24result%5Ba%5D%5BorderEntity%5D%5B0%5D%5BownerId%5D') }),
    ...came({ a: first, b: ALPHA }),
  },
  {
    says: 'a reference in capitals is a reference',
    page: ODD,
    ask: batch({ a: FIRST, b: titleOf('$RESULT[a][orderEntity][0][ownerId]') }),
    ...came({ a: first, b: ALPHA }),
  },
  {
    says: 'a reference to the number of a command in a list',
    page: PAGE,
    ask: batch([FIRST, titleOf('$result[0][orderEntity][0][ownerId]')]),
    ...came([first, ALPHA]),
  },
  {
    says: 'a reference to a later command finds nothing',
    page: ODD,
    ask: batch({ b: titleOf('$result[a][orderEntity][0][ownerId]'), a: FIRST }),
    ...came({ b: NONE, a: first }),
  },
  {
    says: 'a reference gives a whole list of a filter',
    page: ODD,
    ask: batch({ a: 'scope', b: 'method.get?name=$result[a][0]' }),
    ...came({ a: ['crm', 'sale', 'placement'], b: { isExisting: false, isAvailable: false } }),
  },
  {
    says: 'a total may be referred to',
    page: ODD,
    ask: batch({ a: 'crm.orderentity.list?filter[orderId]=1', b: titleOf('20$total[a]') }),
    ...came({ a: first, b: ALPHA }, { result_total: { a: 1 } }),
  },
  {
    says: 'a reference inside a text becomes a part of it',
    page: ODD,
    ask: batch({ a: 'crm.orderentity.list?filter[orderId]=1', b: 'method.get?name=user.admin$total[b]' }),
    ...came({ a: first, b: { isExisting: false, isAvailable: false } }, { result_total: { a: 1 } }),
  },
  {
    says: 'a failed command cannot be referred to by its result',
    page: ODD,
    ask: batch({ a: 'nonsense', b: titleOf('$result[a][0]') }),
    ...came({ b: NONE }, { result_error: { a: MISSING } }),
  },
  {
    says: 'the error of a command may be referred to',
    page: ODD,
    ask: batch({ a: 'nonsense', b: 'method.get?name=$error[a][error]' }),
    ...came({ b: { isExisting: false, isAvailable: false } }, { result_error: { a: MISSING } }),
  },
  {
    says: 'each command has the rights of its caller',
    page: PAGE,
    ask: { ...batch({ a: 'user.admin', b: 'crm.orderentity.list' }), as: 'employee' },
    ...came({ a: false }, { result_error: { b: READ_DENIED } }),
  },
  {
    says: 'each command needs its scope',
    page: 'error-codes.md',
    ask: { ...batch({ a: 'sale.order.list', b: 'user.admin' }), by: { webhook: 'crm-secret' } },
    ...came(
      { b: true },
      {
        result_error: {
          a: refusal('insufficient_scope', 'The request requires higher privileges than provided by the webhook token'),
        },
      },
    ),
  },
  {
    says: 'a token inside a command does not change the caller',
    page: ODD,
    ask: batch({ a: `user.admin?auth=${'f'.repeat(70)}` }),
    ...came({ a: true }),
  },
  {
    says: 'a write and its reading back stand in one batch',
    page: PAGE,
    ask: batch({
      a: 'crm.orderentity.add?fields[orderId]=3&fields[ownerId]=201&fields[ownerTypeId]=2',
      b: 'crm.orderentity.list?filter[orderId]=3&start=-1',
    }),
    ...came({
      a: { dealOrder: { orderId: 3, ownerId: 201, ownerTypeId: 2 } },
      b: { orderEntity: [{ orderId: 3, ownerId: 201, ownerTypeId: 2 }] },
    }),
    bindings: { 3: [2, 201] },
  },
  {
    says: 'halt keeps a write from following a failure',
    page: PAGE,
    ask: batch(
      {
        a: 'crm.item.get?entityTypeId=2&id=999',
        b: 'crm.orderentity.add?fields[orderId]=3&fields[ownerId]=201&fields[ownerTypeId]=2',
      },
      true,
    ),
    ...came([], { result_error: { a: refusal('NOT_FOUND', 'Element not found') } }),
    bindings: { 3: null },
  },
  {
    says: 'an expired token refuses the whole batch',
    page: 'error-codes.md',
    before: [{ calls: 1, ask: { method: 'profile' } }, { moveMs: 3_600_000 }],
    ask: batch({ a: 'user.admin' }),
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    says: 'a batch with an empty list of commands is empty',
    page: ODD,
    jsonOnly: true,
    ask: batch([]),
    ...came([]),
  },
  {
    says: 'numbered commands give lists',
    page: PAGE,
    ask: batch(['user.admin', 'scope']),
    ...came([true, ['crm', 'sale', 'placement']]),
  },
  {
    says: 'named commands give maps',
    page: PAGE,
    ask: batch({ who: 'user.admin', no: 'nonsense' }),
    ...came({ who: true }, { result_error: { no: MISSING } }),
  },
  {
    says: 'halt leaves out what comes after a failure',
    page: PAGE,
    ask: batch({ no: 'nonsense', who: 'user.admin' }, 1),
    ...came([], { result_error: { no: MISSING } }),
  },
  {
    says: 'the text 0 is no halt',
    page: ODD,
    ask: batch({ no: 'nonsense', who: 'user.admin' }, '0'),
    ...came({ who: true }, { result_error: { no: MISSING } }),
  },
  {
    says: 'lists in a batch are counted',
    page: PAGE,
    ask: batch({ a: 'crm.item.list?entityTypeId=2&select[]=id&filter[id]=201' }),
    ...came({ a: { items: [{ id: 201 }] } }, { result_total: { a: 1 } }),
  },
  {
    says: 'a write in a batch writes',
    page: PAGE,
    ask: batch({ a: 'crm.orderentity.add?fields[orderId]=3&fields[ownerId]=202&fields[ownerTypeId]=2' }),
    ...came({ a: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } }),
    bindings: { 3: [2, 202] },
  },
  {
    says: 'a batch inside a batch is refused',
    page: PAGE,
    ask: batch({ a: 'batch?cmd[x]=scope' }),
    ...came([], { result_error: { a: NOT_ALLOWED } }),
  },
  {
    says: 'scopes are checked for every command',
    page: 'error-codes.md',
    ask: batch({ a: 'user.current' }),
    ...came([], {
      result_error: {
        a: refusal('insufficient_scope', 'The request requires higher privileges than provided by the access token'),
      },
    }),
  },
]
