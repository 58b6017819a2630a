import type { Case } from './case'
import { READ_DENIED, refusal } from './refusals'

const LIST = 'api-reference/sale/order/sale-order-list.md'
const GET = 'api-reference/sale/order/sale-order-get.md'

const list = (params: object) => ({ method: 'sale.order.list', params: { select: ['id'], ...params } })
const found = (...ids: number[]) => ({ body: { result: { orders: ids.map((id) => ({ id })) }, total: ids.length } })

export const SALE_ORDER_LIST_CASES: Case[] = [
  {
    says: 'orders come by id',
    page: LIST,
    ask: list({}),
    ...found(1, 2, 3),
  },
  {
    says: 'rows have the selected fields',
    page: LIST,
    ask: list({ select: ['price', 'id', 'currency'], filter: { id: 2 } }),
    body: { result: { orders: [{ currency: 'EUR', id: 2, price: 250.5 }] }, total: 1 },
  },
  {
    says: '% finds a part of the number',
    page: LIST,
    ask: list({ filter: { '%accountNumber': '002' } }),
    ...found(2),
  },
  {
    says: '=% takes a pattern',
    page: LIST,
    ask: list({ filter: { '=%accountNumber': '%3' } }),
    ...found(3),
  },
  {
    says: 'dates compare as moments, whatever their offset',
    page: LIST,
    ask: list({ filter: { '>=dateInsert': '2026-09-02T07:00:00+00:00' } }),
    ...found(2, 3),
  },
  {
    says: 'a status is one of several',
    page: LIST,
    ask: list({ filter: { '@statusId': ['N', 'P'] } }),
    ...found(1, 2),
  },
  {
    says: 'conditions add up',
    page: LIST,
    ask: list({ filter: { canceled: 'N', payed: 'N' } }),
    ...found(2),
  },
  {
    says: 'sums compare as numbers',
    page: LIST,
    ask: list({ filter: { '>price': 99.5 } }),
    ...found(1, 2),
  },
  {
    says: 'an unknown filter is ignored',
    page: 'FACTS.md: 7',
    ask: list({ filter: { unknown: 5 } }),
    ...found(1, 2, 3),
  },
  {
    says: 'a filter in upper case is ignored',
    page: 'FACTS.md: 7',
    ask: list({ filter: { ID: 1 } }),
    ...found(1, 2, 3),
  },
  {
    says: 'orders sort by a field',
    page: LIST,
    ask: list({ order: { price: 'desc' } }),
    ...found(2, 1, 3),
  },
  {
    says: 'start -1 counts nothing',
    page: 'settings/performance/huge-data.md',
    ask: list({ start: -1 }),
    body: { result: { orders: [{ id: 1 }, { id: 2 }, { id: 3 }] } },
  },
  {
    says: 'a manager reads orders by other sources',
    page: 'FACTS.md: 2',
    settings: { saleRead: 'manager' },
    ask: { ...list({}), as: 'manager' },
    ...found(1, 2, 3),
  },
  {
    says: 'a manager reads no orders by the documentation',
    page: LIST,
    settings: { saleRead: 'administrator' },
    ask: { ...list({}), as: 'manager' },
    ...READ_DENIED,
  },
  {
    says: 'a store administrator reads orders by both',
    page: 'FACTS.md: 2',
    settings: { saleRead: 'administrator' },
    ask: { ...list({}), as: 'store administrator' },
    ...found(1, 2, 3),
  },
  {
    says: 'an employee reads no orders',
    page: LIST,
    ask: { ...list({}), as: 'employee' },
    ...READ_DENIED,
  },
  {
    says: 'get wants an id',
    page: GET,
    ask: { method: 'sale.order.get', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    says: 'get wants a number',
    page: GET,
    ask: { method: 'sale.order.get', params: { id: 'abc' } },
    status: 400,
    body: refusal('100', 'Invalid value {abc} to match with parameter {id}. Should be value of type int.'),
  },
  {
    says: 'get knows no such order',
    page: GET,
    ask: { method: 'sale.order.get', params: { id: 77 } },
    status: 400,
    body: refusal('200540400001', 'order is not exists'),
  },
  {
    says: 'get is refused to an employee',
    page: GET,
    ask: { method: 'sale.order.get', params: { id: 1 }, as: 'employee' },
    ...READ_DENIED,
  },
]
