import type { Order } from '@/domain/order'
import type { Owner } from '@/domain/owner'
import type { UnreadableField } from '@/domain/unreadable'
import { describe, expect, it } from 'vitest'
import { orderId, ownerTypeId } from '@/domain/id'
import { ownerKey } from '@/domain/owner'
import { anOwnerRef } from '@tests/support/builders'
import { faultOf, openPortal } from '@tests/support/open-portal'

type Row = Record<string, unknown>
const MISSING = Symbol('no such field')

function withField(row: Row, field: string, sent: unknown): Row {
  const changed = Object.entries({ ...row, [field]: sent })
  return Object.fromEntries(changed.filter(([, value]) => value !== MISSING))
}

const ORDER: Row = {
  id: 5,
  accountNumber: '1005',
  dateInsert: '2026-09-01T10:00:00+03:00',
  price: 100,
  currency: 'USD',
  statusId: 'N',
  payed: 'Y',
  canceled: 'N',
}
const NEIGHBOUR: Row = { ...ORDER, id: 4, accountNumber: '1004' }

const OWNER: Row = {
  id: 204,
  title: 'Garden furniture',
  categoryId: 9,
  stageId: 'C9:NEW',
  opportunity: 500,
  currencyId: 'USD',
  contactId: 7,
  companyId: 3,
}
const OTHER_OWNER: Row = { ...OWNER, id: 203, title: 'Desk lamps' }

function portalWithOrders(orders: unknown[]) {
  return openPortal({ faults: [faultOf('sale.order.list', { kind: 'wrong-shape', result: { orders } })] }).portal
}

function portalWithOwners(items: unknown[]) {
  return openPortal({ faults: [faultOf('crm.item.list', { kind: 'wrong-shape', result: { items } })] }).portal
}

async function findOrders(orders: unknown[]) {
  return portalWithOrders(orders).orders.find({})
}

async function findOwners(items: unknown[]) {
  return portalWithOwners(items).owners.find({ typeId: ownerTypeId(2) })
}

/** What the order or the owner shows of itself, without its id. */
const factsOf = ({ createdAt, sum, statusCode, isPaid, isCancelled }: Order) => ({
  createdAt,
  sum,
  statusCode,
  isPaid,
  isCancelled,
})

const ODD: [what: string, sent: unknown, found: UnreadableField['found']][] = [
  ['no field', MISSING, 'missing'],
  ['null', null, 'null'],
  ['an empty text', '', 'empty'],
  ['a list', [1], 'list'],
  ['an empty list', [], 'list'],
  ['an object', { value: 1 }, 'object'],
  ['a flag', true, 'flag'],
]

describe('a field of an order that cannot be read', () => {
  const fields: [field: string, costs: keyof ReturnType<typeof factsOf>, own: typeof ODD][] = [
    ['price', 'sum', [...ODD, ['words', 'abc', 'text'], ['1e400', '1e400', 'text'], ['1,5', '1,5', 'text']]],
    ['currency', 'sum', ODD],
    [
      'dateInsert',
      'createdAt',
      [
        ...ODD,
        ['words', 'soon', 'text'],
        ['0', 0, 'number'],
        ['no such day', '2026-02-30T10:00:00+03:00', 'text'],
        ['a day alone', '2026-02-20', 'text'],
      ],
    ],
    ['statusId', 'statusCode', ODD],
    ['payed', 'isPaid', [...ODD, ['yes', 'yes', 'text'], ['1', 1, 'number'], ['y', 'y', 'text']]],
    ['canceled', 'isCancelled', [...ODD, ['0', 0, 'number'], ['D', 'D', 'text']]],
  ]
  const cases = fields.flatMap(([field, costs, odd]) =>
    odd.map(([what, sent, found]) => ({ field, what, costs, sent, found })),
  )

  it.each(cases)('$field, $what: costs this cell and nothing else', async ({ field, costs, sent, found }) => {
    const { rows, lost } = await findOrders([withField(ORDER, field, sent), NEIGHBOUR])
    const [odd, neighbour] = rows
    expect(lost).toBeUndefined()
    expect(odd).toMatchObject({ id: 5, number: '1005', unreadable: [{ field, found }] })
    expect(neighbour).toMatchObject({ id: 4, number: '1004', unreadable: [] })
    if (odd && neighbour) expect(factsOf(odd)).toEqual({ ...factsOf(neighbour), [costs]: undefined })
  })

  it.each(cases)('$field, $what: costs no more where the order is read by its id', async (odd) => {
    const portal = portalWithOrders([withField(ORDER, odd.field, odd.sent)])
    const order = (await portal.orders.read([orderId(5)])).get(orderId(5))
    expect(order).toMatchObject({ id: 5, unreadable: [{ field: odd.field, found: odd.found }] })
    expect(order && factsOf(order)[odd.costs]).toBeUndefined()
  })

  it.each([
    ['digits in text', 'price', '19999.99'],
    ['zero', 'price', 0],
    ['a negative sum', 'price', -5],
    ['a status that is a number', 'statusId', 7],
  ])('is none of these: %s', async (_, field, sent) => {
    const [order] = (await findOrders([withField(ORDER, field, sent)])).rows
    expect(order?.unreadable).toEqual([])
  })

  it.each([
    ['no number', MISSING, []],
    ['null', null, []],
    ['an empty number', '', []],
    ['a list', ['1005'], [{ field: 'accountNumber', found: 'list' }]],
  ])('calls an order with %s by its id', async (_, sent, unreadable) => {
    const [order] = (await findOrders([withField(ORDER, 'accountNumber', sent)])).rows
    expect(order).toMatchObject({ id: 5, number: '5', unreadable })
  })

  it('lists everything that is odd, in the words of the portal, without a value', async () => {
    const [order] = (await findOrders([{ id: 5, price: 'Mara Lindqvist', payed: null }])).rows
    expect(order?.unreadable.map(({ field }) => field)).toEqual([
      'dateInsert',
      'price',
      'currency',
      'statusId',
      'payed',
      'canceled',
    ])
    expect(JSON.stringify(order)).not.toContain('Mara')
  })
})

const ODD_IDS: [what: string, sent: unknown][] = [
  ['no id', MISSING],
  ['null', null],
  ['an empty text', ''],
  ['0', 0],
  ['-1', -1],
  ['abc', 'abc'],
  ['1.5', 1.5],
  ['1e400', '1e400'],
  ['a number that JavaScript rounds', 9_007_199_254_740_993],
  ['a list', [5]],
  ['an object', { id: 5 }],
  ['a flag', true],
]
const NO_ROWS_AT_ALL = [
  ['null', null],
  ['a text', 'order'],
  ['a number', 5],
  ['a list', [[]]],
] as const

describe('a row whose id cannot be read', () => {
  it.each(ODD_IDS)('is left out of orders and counted: %s', async (_, sent) => {
    const { rows, lost } = await findOrders([withField(ORDER, 'id', sent), NEIGHBOUR])
    expect(rows.map(({ id }) => id)).toEqual([4])
    expect(lost).toBe(1)
  })

  it.each(ODD_IDS)('is left out of owners and counted: %s', async (_, sent) => {
    const { rows, lost } = await findOwners([OTHER_OWNER, withField(OWNER, 'id', sent)])
    expect(rows.map(({ ref }) => ref.id)).toEqual([203])
    expect(lost).toBe(1)
  })

  it.each(NO_ROWS_AT_ALL)('is left out where it is no row at all: %s', async (_, sent) => {
    expect(await findOrders([sent, NEIGHBOUR])).toMatchObject({ rows: [{ id: 4 }], lost: 1 })
    expect(await findOwners([sent, OTHER_OWNER])).toMatchObject({ rows: [{ title: 'Desk lamps' }], lost: 1 })
  })

  it('is no reason to say that there is nothing: where no row has an id, the list is unreadable', async () => {
    const unreadable = { kind: 'unreadable', code: expect.stringMatching(/^(orders|items)\.0\.id$/) as unknown }
    await expect(findOrders([withField(ORDER, 'id', null)])).rejects.toMatchObject(unreadable)
    await expect(findOwners([withField(OWNER, 'id', null)])).rejects.toMatchObject(unreadable)
    await expect(portalWithOrders([{ ...ORDER, id: null }]).orders.read([orderId(5)])).rejects.toMatchObject(unreadable)
  })

  it('does not end a search by digits, which reads the orders twice', async () => {
    const portal = portalWithOrders([withField(ORDER, 'id', ''), NEIGHBOUR])
    expect(await portal.orders.find({ text: '1004' })).toMatchObject({ rows: [{ id: 4 }] })
  })

  it('does not end the list: the next page begins below the ids that could be read', async () => {
    const full = Array.from({ length: 50 }, (_, index) => ({ ...ORDER, id: index === 49 ? null : 100 - index }))
    expect(await findOrders(full)).toMatchObject({ lost: 1, next: 52 })
  })
})

describe('a field of an owner that cannot be read', () => {
  const costsOf = ({ title, sum, stage, clients }: Owner) => ({ title, sum, stage, clients })
  const company = { type: 'company', id: 3 }
  const contact = { type: 'contact', id: 7 }
  type Case = [
    field: string,
    sent: unknown,
    found: UnreadableField['found'],
    costs: Partial<ReturnType<typeof costsOf>>,
  ]

  it.each<Case>([
    ['opportunity', '', 'empty', { sum: undefined }],
    ['opportunity', 'abc', 'text', { sum: undefined }],
    ['opportunity', '1e400', 'text', { sum: undefined }],
    ['opportunity', [], 'list', { sum: undefined }],
    ['opportunity', {}, 'object', { sum: undefined }],
    ['opportunity', false, 'flag', { sum: undefined }],
    ['currencyId', {}, 'object', { sum: undefined }],
    ['currencyId', [], 'list', { sum: undefined }],
    ['currencyId', '', 'empty', { sum: undefined }],
    ['contactId', -1, 'number', { clients: [company] as Owner['clients'] }],
    ['contactId', 'abc', 'text', { clients: [company] as Owner['clients'] }],
    ['contactId', 1.5, 'number', { clients: [company] as Owner['clients'] }],
    ['contactId', [7], 'list', { clients: [company] as Owner['clients'] }],
    ['contactId', {}, 'object', { clients: [company] as Owner['clients'] }],
    ['companyId', 'abc', 'text', { clients: [contact] as Owner['clients'] }],
    ['companyId', -1, 'number', { clients: [contact] as Owner['clients'] }],
    ['companyId', true, 'flag', { clients: [contact] as Owner['clients'] }],
    ['stageId', [], 'list', { stage: undefined }],
    ['stageId', {}, 'object', { stage: undefined }],
    ['stageId', true, 'flag', { stage: undefined }],
    ['categoryId', 'abc', 'text', { stage: undefined }],
    ['categoryId', -1, 'number', { stage: undefined }],
    ['categoryId', '', 'empty', { stage: undefined }],
    ['categoryId', [], 'list', { stage: undefined }],
    ['title', [], 'list', { title: '#204' }],
    ['title', {}, 'object', { title: '#204' }],
    ['title', false, 'flag', { title: '#204' }],
  ])('%s, %j: costs this and nothing else', async (...[field, sent, found, costs]) => {
    const { rows, lost } = await findOwners([withField(OWNER, field, sent), { ...OTHER_OWNER, title: OWNER.title }])
    const [odd, neighbour] = rows
    expect(lost).toBeUndefined()
    expect(odd).toMatchObject({ ref: anOwnerRef(204), unreadable: [{ field, found }] })
    expect(neighbour?.unreadable).toEqual([])
    if (odd && neighbour) expect(costsOf(odd)).toEqual({ ...costsOf(neighbour), ...costs })
  })

  it.each([
    ['contactId', null],
    ['contactId', 0],
    ['contactId', '0'],
    ['contactId', ''],
    ['contactId', MISSING],
    ['companyId', null],
    ['companyId', 0],
    ['opportunity', null],
    ['opportunity', MISSING],
    ['opportunity', 0],
    ['stageId', null],
    ['stageId', MISSING],
    ['categoryId', null],
    ['title', null],
  ])('%s is none, not unreadable, where the portal sends %s', async (field, sent) => {
    const [owner] = (await findOwners([withField(OWNER, field, sent)])).rows
    expect(owner?.unreadable).toEqual([])
  })

  it('is said of an owner that a list leaves out, too', async () => {
    const item = { ...OWNER, contactId: -1 }
    const portal = openPortal({
      faults: [
        faultOf('crm.item.list', { kind: 'wrong-shape', result: { items: [] } }),
        faultOf('crm.item.get', { kind: 'wrong-shape', result: { item } }),
      ],
    }).portal
    const state = (await portal.owners.read([anOwnerRef(204)])).get(ownerKey(anOwnerRef(204)))
    expect(state).toMatchObject({ owner: { unreadable: [{ field: 'contactId', found: 'number' }] } })
  })

  it('makes an owner without a readable id unread, and no other one', async () => {
    const items = [{ ...OWNER, id: 'abc' }, OTHER_OWNER]
    const portal = openPortal({
      faults: [
        faultOf('crm.item.list', { kind: 'wrong-shape', result: { items } }),
        faultOf('crm.item.get', { kind: 'wrong-shape', result: { item: items[0] } }),
      ],
    }).portal
    const states = await portal.owners.read([anOwnerRef(204), anOwnerRef(203)])
    expect([...states.values()].map(({ kind }) => kind).toSorted()).toEqual(['present', 'unread'])
    expect(states.get(ownerKey(anOwnerRef(203)))?.kind).toBe('present')
  })
})

describe('bindings stay strict', () => {
  it.each(ODD_IDS)('refuses a list of bindings with an order id of %s', async (_, sent) => {
    const orderEntity = [withField({ orderId: 5, ownerId: 204, ownerTypeId: 2 }, 'orderId', sent)]
    const faults = [faultOf('crm.orderentity.list', { kind: 'wrong-shape', result: { orderEntity } })]
    const reading = openPortal({ faults }).portal.bindings.readOfOrders([orderId(5)])
    await expect(reading).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
