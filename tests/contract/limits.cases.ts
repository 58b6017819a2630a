import type { Case, CaseStep, TestRequest } from './case'
import { refusal } from './refusals'

const PAGE = 'limits.md'
const TOO_MANY = { status: 503, body: refusal('QUERY_LIMIT_EXCEEDED', 'Too many requests') }
const TOO_LONG = {
  status: 429,
  body: refusal('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.'),
}
const USER_ADMIN: TestRequest = { method: 'user.admin' }
const TRUE = { body: { result: true } }
const repeat = (times: number, request = USER_ADMIN): CaseStep => ({ times, request })
const MINUTE = 60_000
const batchOf = (command: string, count: number): TestRequest => ({
  method: 'batch',
  params: { cmd: Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, command])) },
})
const LIST = 'crm.orderentity.list?start=-1'
/** 50 lists of 0.71 s: 35.5 seconds. */
const FIFTY_LISTS = batchOf(LIST, 50)
const TWO_BINDINGS = {
  result: {
    orderEntity: [
      { orderId: 2, ownerId: 41, ownerTypeId: 31 },
      { orderId: 1, ownerId: 201, ownerTypeId: 2 },
    ],
  },
}
const ONE_LIST: TestRequest = { method: 'crm.orderentity.list', params: { start: -1 } }
const NO_RATE_LIMIT = { rateLimit: false } as const

export const LIMIT_CASES: Case[] = [
  {
    name: 'a counter of fifty lets the next request in',
    page: PAGE,
    before: [repeat(50)],
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'a counter above fifty blocks the next request',
    page: PAGE,
    before: [repeat(51)],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'a second lets two more requests in, the first',
    page: PAGE,
    before: [repeat(51), { moveMs: 1000 }],
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'a second lets two more requests in, not three',
    page: PAGE,
    before: [repeat(51), { moveMs: 1000 }, repeat(2)],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'the counter falls once a second, not in between',
    page: PAGE,
    before: [repeat(51), { moveMs: 999 }],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'the bucket is empty after 26 seconds',
    page: PAGE,
    before: [repeat(51), { moveMs: 26_000 }, repeat(50)],
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'a blocked request does not count',
    page: 'FACTS.md: the leaky bucket',
    before: [repeat(80), { moveMs: 1000 }],
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'two requests a second never meet the limit',
    page: PAGE,
    before: Array.from({ length: 60 }, () => [repeat(2), { moveMs: 1000 }]).flat(),
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'Enterprise lets 250 requests in at once',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [repeat(250)],
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'Enterprise blocks above 250',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [repeat(251)],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'Enterprise lets five more in a second',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [repeat(251), { moveMs: 1000 }, repeat(4)],
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'Enterprise does not let six more in a second',
    page: PAGE,
    settings: { plan: 'enterprise' },
    before: [repeat(251), { moveMs: 1000 }, repeat(5)],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'a batch is one request',
    page: PAGE,
    before: [repeat(50, batchOf('user.admin', 20))],
    request: USER_ADMIN,
    ...TRUE,
  },
  {
    name: 'a batch is blocked like any request',
    page: PAGE,
    before: [repeat(51)],
    request: batchOf('user.admin', 1),
    ...TOO_MANY,
  },
  {
    name: 'refused requests fill the bucket too',
    page: PAGE,
    before: [repeat(51, { method: 'nonsense' })],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'people behind one address share a bucket',
    page: PAGE,
    before: [repeat(51, { ...USER_ADMIN, user: 'manager' })],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'an app and a webhook behind one address share a bucket',
    page: PAGE,
    before: [repeat(51, { ...USER_ADMIN, auth: 'webhook' })],
    request: USER_ADMIN,
    ...TOO_MANY,
  },
  {
    name: 'the rate limit can be switched off',
    page: 'README.md: settings',
    settings: NO_RATE_LIMIT,
    before: [repeat(60)],
    request: USER_ADMIN,
    ...TRUE,
  },

  {
    name: 'a response has the operating time of its method',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { duration: 0.71, operating: 0.71 },
  },
  {
    name: 'a response has the moment of the next reset',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { operating_reset_at: Date.UTC(2026, 10, 2, 12, 10) / 1000 },
  },
  {
    name: 'a minute is counted from its first call',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [{ moveMs: 20_000 }, repeat(1, ONE_LIST), { moveMs: 30_000 }],
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { operating: 1.42, operating_reset_at: Date.UTC(2026, 10, 2, 12, 10, 20) / 1000 },
  },
  {
    name: 'calls of a batch count for their own methods',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(1, batchOf(LIST, 3))],
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { operating: 2.84 },
  },
  {
    name: 'another method has a budget of its own',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, FIFTY_LISTS)],
    request: { method: 'crm.orderentity.getFields' },
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
    name: 'below 480 seconds a method goes on',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(13, FIFTY_LISTS)],
    request: ONE_LIST,
    body: TWO_BINDINGS,
  },
  {
    name: 'above 480 seconds the next call is blocked',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, FIFTY_LISTS)],
    request: ONE_LIST,
    ...TOO_LONG,
  },
  {
    name: 'a blocked method stays blocked until the reset',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, FIFTY_LISTS), { moveMs: 10 * MINUTE - 1 }],
    request: ONE_LIST,
    ...TOO_LONG,
  },
  {
    name: 'a blocked method runs again at the reset',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, FIFTY_LISTS), { moveMs: 10 * MINUTE }],
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { operating: 0.71 },
  },
  {
    name: 'later minutes count on when the oldest is forgotten',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(1, ONE_LIST), { moveMs: MINUTE }, repeat(1, batchOf(LIST, 2)), { moveMs: 9 * MINUTE }],
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { operating: 2.13 },
  },
  {
    name: 'inside a batch a blocked method is an error of its row',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, FIFTY_LISTS)],
    request: { method: 'batch', params: { cmd: { a: LIST, b: 'user.admin' } } },
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
    name: 'a webhook has a budget apart from the app',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, FIFTY_LISTS)],
    request: { ...ONE_LIST, auth: 'webhook' },
    body: TWO_BINDINGS,
    time: { operating: 0.71 },
  },
  {
    name: 'webhooks of two people have budgets of their own',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, { ...FIFTY_LISTS, auth: 'webhook' })],
    request: { ...ONE_LIST, auth: 'webhook', user: 'manager' },
    body: TWO_BINDINGS,
  },
  {
    name: 'all people share the budget of the app',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(14, FIFTY_LISTS)],
    request: { ...ONE_LIST, user: 'manager' },
    ...TOO_LONG,
  },
  {
    name: 'short calls are not counted',
    page: 'FACTS.md: operating time',
    settings: NO_RATE_LIMIT,
    before: [repeat(5)],
    request: USER_ADMIN,
    ...TRUE,
    time: { operating: 0 },
  },
  {
    name: 'a method in capitals spends from the same budget',
    page: PAGE,
    settings: NO_RATE_LIMIT,
    before: [repeat(1, { ...ONE_LIST, method: 'CRM.ORDERENTITY.LIST' })],
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { operating: 1.42 },
  },
  {
    name: 'the operating limit can be switched off',
    page: 'README.md: settings',
    settings: { ...NO_RATE_LIMIT, operatingLimit: false },
    before: [repeat(14, FIFTY_LISTS)],
    request: ONE_LIST,
    body: TWO_BINDINGS,
  },
  {
    name: 'a write takes the time that its page shows',
    page: 'api-reference/crm/universal/order-entity/crm-order-entity-add.md',
    settings: NO_RATE_LIMIT,
    request: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    time: { duration: 0.98, operating: 0.98 },
  },
  {
    name: 'a refused call has used no time',
    page: 'FACTS.md: operating time',
    settings: NO_RATE_LIMIT,
    before: [repeat(3, { ...ONE_LIST, user: 'employee' })],
    request: ONE_LIST,
    body: TWO_BINDINGS,
    time: { operating: 0.71 },
  },
]
