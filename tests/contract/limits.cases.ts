import type { Ask, Case, Step } from './case'
import { refusal } from './refusals'

const PAGE = 'limits.md'
const TOO_MANY = { status: 503, body: refusal('QUERY_LIMIT_EXCEEDED', 'Too many requests') }
const TOO_LONG = {
  status: 429,
  body: refusal('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.'),
}
const WHO: Ask = { method: 'user.admin' }
const YES = { body: { result: true } }
const pour = (calls: number, ask = WHO): Step => ({ calls, ask })
const MINUTE = 60_000
const batchOf = (command: string, count: number): Ask => ({
  method: 'batch',
  params: { cmd: Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, command])) },
})
const LIST = 'crm.orderentity.list?start=-1'
/** 50 lists of 0.71 s: 35.5 seconds. */
const FIFTY_LISTS = batchOf(LIST, 50)
const found = {
  result: {
    orderEntity: [
      { orderId: 2, ownerId: 41, ownerTypeId: 31 },
      { orderId: 1, ownerId: 201, ownerTypeId: 2 },
    ],
  },
}
const ONE_LIST: Ask = { method: 'crm.orderentity.list', params: { start: -1 } }
const free = { rateLimit: false } as const

export const LIMITS_CASES: Case[] = [
  { says: 'a counter of fifty lets the next request in', page: PAGE, before: [pour(50)], ask: WHO, ...YES },
  { says: 'a counter above fifty blocks the next request', page: PAGE, before: [pour(51)], ask: WHO, ...TOO_MANY },
  {
    says: 'a second lets two more requests in, the first',
    page: PAGE,
    before: [pour(51), { moveMs: 1000 }],
    ask: WHO,
    ...YES,
  },
  {
    says: 'a second lets two more requests in, not three',
    page: PAGE,
    before: [pour(51), { moveMs: 1000 }, pour(2)],
    ask: WHO,
    ...TOO_MANY,
  },
  {
    says: 'the counter falls once a second, not in between',
    page: PAGE,
    before: [pour(51), { moveMs: 999 }],
    ask: WHO,
    ...TOO_MANY,
  },
  {
    says: 'the bucket is empty after 26 seconds',
    page: PAGE,
    before: [pour(51), { moveMs: 26_000 }, pour(50)],
    ask: WHO,
    ...YES,
  },
  {
    says: 'a blocked request does not count',
    page: 'FACTS.md: the leaky bucket',
    before: [pour(80), { moveMs: 1000 }],
    ask: WHO,
    ...YES,
  },
  {
    says: 'two requests a second never meet the limit',
    page: PAGE,
    before: Array.from({ length: 60 }, () => [pour(2), { moveMs: 1000 }]).flat(),
    ask: WHO,
    ...YES,
  },
  {
    says: 'Enterprise lets 250 requests in at once',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [pour(250)],
    ask: WHO,
    ...YES,
  },
  {
    says: 'Enterprise blocks above 250',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [pour(251)],
    ask: WHO,
    ...TOO_MANY,
  },
  {
    says: 'Enterprise lets five more in a second',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [pour(251), { moveMs: 1000 }, pour(4)],
    ask: WHO,
    ...YES,
  },
  {
    says: 'Enterprise does not let six more in a second',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [pour(251), { moveMs: 1000 }, pour(5)],
    ask: WHO,
    ...TOO_MANY,
  },
  { says: 'a batch is one request', page: PAGE, before: [pour(50, batchOf('user.admin', 20))], ask: WHO, ...YES },
  {
    says: 'a batch is blocked like any request',
    page: PAGE,
    before: [pour(51)],
    ask: batchOf('user.admin', 1),
    ...TOO_MANY,
  },
  {
    says: 'refused requests fill the bucket too',
    page: PAGE,
    before: [pour(51, { method: 'nonsense' })],
    ask: WHO,
    ...TOO_MANY,
  },
  {
    says: 'people behind one address share a bucket',
    page: PAGE,
    before: [pour(51, { ...WHO, as: 'manager' })],
    ask: WHO,
    ...TOO_MANY,
  },
  {
    says: 'an app and a webhook behind one address share a bucket',
    page: PAGE,
    before: [pour(51, { ...WHO, by: 'webhook' })],
    ask: WHO,
    ...TOO_MANY,
  },
  {
    says: 'the rate limit can be switched off',
    page: 'README.md: settings',
    settings: free,
    before: [pour(60)],
    ask: WHO,
    ...YES,
  },

  {
    says: 'an answer tells what its method has used',
    page: PAGE,
    settings: free,
    ask: ONE_LIST,
    body: found,
    time: { duration: 0.71, operating: 0.71 },
  },
  {
    says: 'an answer tells when the oldest minute is forgotten',
    page: PAGE,
    settings: free,
    ask: ONE_LIST,
    body: found,
    time: { operating_reset_at: Date.UTC(2026, 10, 2, 12, 10) / 1000 },
  },
  {
    says: 'a minute is counted from its first call',
    page: PAGE,
    settings: free,
    before: [{ moveMs: 20_000 }, pour(1, ONE_LIST), { moveMs: 30_000 }],
    ask: ONE_LIST,
    body: found,
    time: { operating: 1.42, operating_reset_at: Date.UTC(2026, 10, 2, 12, 10, 20) / 1000 },
  },
  {
    says: 'calls of a batch count for their own methods',
    page: PAGE,
    settings: free,
    before: [pour(1, batchOf(LIST, 3))],
    ask: ONE_LIST,
    body: found,
    time: { operating: 2.84 },
  },
  {
    says: 'another method has a budget of its own',
    page: PAGE,
    settings: free,
    before: [pour(14, FIFTY_LISTS)],
    ask: { method: 'crm.orderentity.getFields' },
    body: {
      result: {
        orderEntity: Object.fromEntries(
          ['orderId', 'ownerId', 'ownerTypeId'].map((name) => [
            name,
            { isImmutable: true, isReadOnly: false, isRequired: true, type: 'integer' },
          ]),
        ),
      },
    },
    time: { operating: 0.75 },
  },
  {
    says: 'below 480 seconds a method goes on',
    page: PAGE,
    settings: free,
    before: [pour(13, FIFTY_LISTS)],
    ask: ONE_LIST,
    body: found,
  },
  {
    says: 'above 480 seconds the next call is blocked',
    page: PAGE,
    settings: free,
    before: [pour(14, FIFTY_LISTS)],
    ask: ONE_LIST,
    ...TOO_LONG,
  },
  {
    says: 'a blocked method stays blocked until the reset',
    page: PAGE,
    settings: free,
    before: [pour(14, FIFTY_LISTS), { moveMs: 10 * MINUTE - 1 }],
    ask: ONE_LIST,
    ...TOO_LONG,
  },
  {
    says: 'a blocked method runs again at the reset',
    page: PAGE,
    settings: free,
    before: [pour(14, FIFTY_LISTS), { moveMs: 10 * MINUTE }],
    ask: ONE_LIST,
    body: found,
    time: { operating: 0.71 },
  },
  {
    says: 'later minutes count on when the oldest is forgotten',
    page: PAGE,
    settings: free,
    before: [pour(1, ONE_LIST), { moveMs: MINUTE }, pour(1, batchOf(LIST, 2)), { moveMs: 9 * MINUTE }],
    ask: ONE_LIST,
    body: found,
    time: { operating: 2.13 },
  },
  {
    says: 'inside a batch a blocked method is an error of its row',
    page: PAGE,
    settings: free,
    before: [pour(14, FIFTY_LISTS)],
    ask: { method: 'batch', params: { cmd: { a: LIST, b: 'user.admin' } } },
    body: {
      result: {
        result: { b: true },
        result_error: { a: refusal('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.') },
        result_total: [],
        result_next: [],
      },
    },
  },
  {
    says: 'a webhook has a budget apart from the app',
    page: PAGE,
    settings: free,
    before: [pour(14, FIFTY_LISTS)],
    ask: { ...ONE_LIST, by: 'webhook' },
    body: found,
    time: { operating: 0.71 },
  },
  {
    says: 'webhooks of two people have budgets of their own',
    page: PAGE,
    settings: free,
    before: [pour(14, { ...FIFTY_LISTS, by: 'webhook' })],
    ask: { ...ONE_LIST, by: 'webhook', as: 'manager' },
    body: found,
  },
  {
    says: 'all people share the budget of the app',
    page: PAGE,
    settings: free,
    before: [pour(14, FIFTY_LISTS)],
    ask: { ...ONE_LIST, as: 'manager' },
    ...TOO_LONG,
  },
  {
    says: 'short calls are not counted',
    page: 'FACTS.md: operating time',
    settings: free,
    before: [pour(5)],
    ask: WHO,
    ...YES,
    time: { operating: 0 },
  },
  {
    says: 'a method in capitals spends from the same budget',
    page: PAGE,
    settings: free,
    before: [pour(1, { ...ONE_LIST, method: 'CRM.ORDERENTITY.LIST' })],
    ask: ONE_LIST,
    body: found,
    time: { operating: 1.42 },
  },
  {
    says: 'the operating limit can be switched off',
    page: 'README.md: settings',
    settings: { ...free, operatingLimit: false },
    before: [pour(14, FIFTY_LISTS)],
    ask: ONE_LIST,
    body: found,
  },
  {
    says: 'a write says how long its page shows',
    page: 'api-reference/crm/universal/order-entity/crm-order-entity-add.md',
    settings: free,
    ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    time: { duration: 0.98, operating: 0.98 },
  },
  {
    says: 'a refused call has used no time',
    page: 'FACTS.md: operating time',
    settings: free,
    before: [pour(3, { ...ONE_LIST, as: 'employee' })],
    ask: ONE_LIST,
    body: found,
    time: { operating: 0.71 },
  },
]
