import type { Case } from './case'
import { READ_DENIED, refusal } from './refusals'
import { putSignsInTexts } from './small-portal'

const LIST = 'api-reference/sale/order/sale-order-list.md'
const GET = 'api-reference/sale/order/sale-order-get.md'

const list = (params: object) => ({ method: 'sale.order.list', params: { select: ['id'], ...params } })
const found = (...ids: number[]) => ({ body: { result: { orders: ids.map((id) => ({ id })) }, total: ids.length } })

export const SALE_ORDER_LIST_CASES: Case[] = [
  {
    name: 'orders come by id',
    page: LIST,
    request: list({}),
    ...found(1, 2, 3),
  },
  {
    name: 'rows have the selected fields',
    page: LIST,
    request: list({ select: ['price', 'id', 'currency'], filter: { id: 2 } }),
    body: { result: { orders: [{ currency: 'EUR', id: 2, price: 250.5 }] }, total: 1 },
  },
  {
    name: '% finds a part of the number',
    page: LIST,
    request: list({ filter: { '%accountNumber': '002' } }),
    ...found(2),
  },
  {
    name: '=% takes a pattern',
    page: LIST,
    request: list({ filter: { '=%accountNumber': '%3' } }),
    ...found(3),
  },
  {
    name: 'numbers are texts: a leading zero counts',
    page: LIST,
    before: [{ change: putSignsInTexts }],
    request: list({ filter: { '@accountNumber': ['0042', '1003'] } }),
    ...found(1, 3),
  },
  {
    name: 'numbers are texts: without the zero it is another',
    page: LIST,
    before: [{ change: putSignsInTexts }],
    request: list({ filter: { accountNumber: '42' } }),
    ...found(),
  },
  {
    name: 'dates compare as moments, whatever their offset',
    page: LIST,
    request: list({ filter: { '>=dateInsert': '2026-09-02T07:00:00+00:00' } }),
    ...found(2, 3),
  },
  {
    name: 'a status is one of several',
    page: LIST,
    request: list({ filter: { '@statusId': ['N', 'P'] } }),
    ...found(1, 2),
  },
  {
    name: 'conditions add up',
    page: LIST,
    request: list({ filter: { canceled: 'N', payed: 'N' } }),
    ...found(2),
  },
  {
    name: 'sums compare as numbers',
    page: LIST,
    request: list({ filter: { '>price': 99.5 } }),
    ...found(1, 2),
  },
  {
    name: 'an unknown filter is ignored',
    page: 'FACTS.md: 7',
    request: list({ filter: { unknown: 5 } }),
    ...found(1, 2, 3),
  },
  {
    name: 'a filter in upper case is ignored',
    page: 'FACTS.md: 7',
    request: list({ filter: { ID: 1 } }),
    ...found(1, 2, 3),
  },
  {
    name: 'orders sort by a field',
    page: LIST,
    request: list({ order: { price: 'desc' } }),
    ...found(2, 1, 3),
  },
  {
    name: 'start -1 counts nothing',
    page: 'settings/performance/huge-data.md',
    request: list({ start: -1 }),
    body: { result: { orders: [{ id: 1 }, { id: 2 }, { id: 3 }] } },
  },
  {
    name: 'a manager reads orders according to other sources',
    page: 'FACTS.md: 2',
    settings: { saleRead: 'manager' },
    request: { ...list({}), user: 'manager' },
    ...found(1, 2, 3),
  },
  {
    name: 'a manager reads no orders according to the documentation',
    page: LIST,
    settings: { saleRead: 'administrator' },
    request: { ...list({}), user: 'manager' },
    ...READ_DENIED,
  },
  {
    name: 'a store administrator reads orders according to both',
    page: 'FACTS.md: 2',
    settings: { saleRead: 'administrator' },
    request: { ...list({}), user: 'store administrator' },
    ...found(1, 2, 3),
  },
  {
    name: 'an employee reads no orders',
    page: LIST,
    request: { ...list({}), user: 'employee' },
    ...READ_DENIED,
  },
  {
    name: 'get requires an id',
    page: GET,
    request: { method: 'sale.order.get', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    name: 'get requires a number',
    page: GET,
    request: { method: 'sale.order.get', params: { id: 'abc' } },
    status: 400,
    body: refusal('100', 'Invalid value {abc} to match with parameter {id}. Should be value of type int.'),
  },
  {
    name: 'get finds no such order',
    page: GET,
    request: { method: 'sale.order.get', params: { id: 77 } },
    status: 400,
    body: refusal('200540400001', 'order is not exists'),
  },
  {
    name: 'get is refused to an employee',
    page: GET,
    request: { method: 'sale.order.get', params: { id: 1 }, user: 'employee' },
    ...READ_DENIED,
  },
]
