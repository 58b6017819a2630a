import type { Customer } from '@/domain/customer'
import type { OrderId } from '@/domain/id'
import type { OrderPropertyRow } from '@contract/order-documents'
import type { OrderClientRow } from '@contract/orders'
import type { FaultEffect } from '@emulator/portal/fault'
import type { LocalPortal } from '@emulator/portal/state'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { setFaults } from '@emulator/faults/faults'
import { faultOf, openPortal } from '@tests/support/open-portal'

const LIST = 'crm.ordercontactcompany.list'
const EMPLOYEE = 3
const [ODD, GOOD] = [orderId(7), orderId(9)]
const NOT_OFFERED: FaultEffect = { kind: 'error', code: 'ERROR_METHOD_NOT_FOUND' }
const BROKEN: FaultEffect = { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }

/** A client of the order `ODD`, as the portal sends it; a test may send anything. */
function aClient(changes: Record<string, unknown> = {}): OrderClientRow {
  const row = { id: 1, orderId: ODD, entityTypeId: 3, entityId: 1, isPrimary: 'Y' as const, roleId: 0, sort: 0 }
  return { ...row, ...changes }
}

function giveClients(local: LocalPortal, id: OrderId, clients: OrderClientRow[]): void {
  const order = local.data.orders.get(id)
  if (order) order.clients = clients
}

function giveForm(local: LocalPortal, id: OrderId, values: Record<string, unknown>[]): void {
  const order = local.data.orders.get(id)
  const common = { id: 1, orderPropsId: 99, orderPropsXmlId: null, code: '', name: '', value: null }
  if (order) order.propertyValues = values.map((row): OrderPropertyRow => ({ ...common, ...row }))
}

/** Opens a portal with a contact and a company of known names, and an order with a known customer. */
function openWith(clients: OrderClientRow[], options: OpenPortalOptions = {}) {
  const opened = openPortal(options)
  const { data } = opened.local
  Object.assign(data.contacts.get(1) ?? {}, { name: 'Ada', lastName: 'Brandvik' })
  Object.assign(data.contacts.get(2) ?? {}, { name: 'Nora', lastName: '' })
  Object.assign(data.companies.get(1) ?? {}, { title: 'Northlight' })
  giveClients(opened.local, ODD, clients)
  giveClients(opened.local, GOOD, [aClient({ id: 2, orderId: GOOD, entityId: 2 })])
  return opened
}

type Opened = ReturnType<typeof openWith>

async function read({ portal }: Opened): Promise<{ odd: Customer | undefined; good: Customer | undefined }> {
  const customers = await portal.orders.readCustomers([ODD, GOOD])
  expect([...customers.keys()].toSorted((one, other) => one - other)).toEqual([ODD, GOOD])
  return { odd: customers.get(ODD), good: customers.get(GOOD) }
}

/** What a person would read: names, and in brackets what is known where there is none. */
function toWords(customer: Customer | undefined): string {
  if (customer?.kind === 'buyer') return `buyer ${customer.name}`
  if (customer?.kind !== 'clients') return customer?.kind ?? 'absent'
  const shown = customer.shown.map((one) =>
    one.kind === 'named' ? one.name : `(${one.ref.type} ${one.ref.id} ${one.kind})`,
  )
  return shown.join(' + ')
}

const CONTACT = aClient()
const COMPANY = aClient({ id: 3, entityTypeId: 4 })
const WAYS: [way: string, faults: OpenPortalOptions['faults']][] = [
  ['by the list', []],
  ['order by order', [faultOf(LIST, NOT_OFFERED)]],
]

describe.each(WAYS)("an order's customer, read %s,", (_, faults) => {
  it.each<[string, OrderClientRow[], string]>([
    ['a contact', [CONTACT], 'Ada Brandvik'],
    ['a company', [COMPANY], 'Northlight'],
    ['a company with the contact beside it', [CONTACT, COMPANY], 'Northlight + Ada Brandvik'],
    ['the main contact of several', [aClient({ entityId: 2, isPrimary: 'N' }), CONTACT], 'Ada Brandvik'],
    [
      'the first contact where none is the main one',
      [aClient({ isPrimary: 'N', sort: 20 }), aClient({ entityId: 2, isPrimary: 'N', sort: 10 })],
      'Nora',
    ],
    ['ids in text', [aClient({ entityTypeId: '3', entityId: '1' })], 'Ada Brandvik'],
    ['no place in the order of clients', [aClient({ sort: null })], 'Ada Brandvik'],
    ['a contact that is deleted', [aClient({ entityId: 99_999 })], '(contact 99999 deleted)'],
    [
      'a deleted company, with a contact',
      [aClient({ entityTypeId: 4, entityId: 99_999 }), CONTACT],
      '(company 99999 deleted) + Ada Brandvik',
    ],
    [
      'a company with a deleted contact',
      [COMPANY, aClient({ entityId: 99_999 })],
      'Northlight + (contact 99999 deleted)',
    ],
  ])('is %s', async (__, clients, words) => {
    const { odd, good } = await read(openWith(clients, { faults }))
    expect(toWords(odd)).toBe(words)
    expect(toWords(good)).toBe('Nora')
  })

  it.each<[string, Record<string, unknown>]>([
    ['isPrimary null', { isPrimary: null }],
    ['isPrimary empty', { isPrimary: '' }],
    ['isPrimary true', { isPrimary: true }],
    ['no isPrimary', { isPrimary: undefined }],
    ['entityId 0', { entityId: 0 }],
    ['entityId -1', { entityId: -1 }],
    ['entityId abc', { entityId: 'abc' }],
    ['entityId null', { entityId: null }],
    ['entityId empty', { entityId: '' }],
    ['entityId a list', { entityId: [1] }],
    ['entityId an object', { entityId: { id: 1 } }],
    ['entityId 1e400', { entityId: '1e400' }],
    ['entityTypeId 0', { entityTypeId: 0 }],
    ['entityTypeId of neither kind', { entityTypeId: 2 }],
    ['entityTypeId null', { entityTypeId: null }],
    ['entityTypeId abc', { entityTypeId: 'abc' }],
  ])('is unread where a client has %s, whoever else is there; the others are not', async (__, changes) => {
    const { odd, good } = await read(openWith([aClient({ id: 4, ...changes }), COMPANY], { faults }))
    expect(odd).toEqual({ kind: 'unread' })
    expect(toWords(good)).toBe('Nora')
  })

  it('keeps all clients, so that customers can be compared', async () => {
    const { odd } = await read(openWith([aClient({ entityId: 2, isPrimary: 'N' }), CONTACT, COMPANY], { faults }))
    expect(odd?.kind === 'clients' && odd.refs).toEqual(
      expect.arrayContaining([
        { type: 'contact', id: 1 },
        { type: 'contact', id: 2 },
        { type: 'company', id: 1 },
      ]),
    )
  })

  it('names a contact without a name as such', async () => {
    const opened = openWith([CONTACT], { faults })
    Object.assign(opened.local.data.contacts.get(1) ?? {}, { name: ' ', lastName: '' })
    expect(toWords((await read(opened)).odd)).toBe('(contact 1 unnamed)')
  })

  it.each<[string, FaultEffect, string]>([
    ['failed', BROKEN, 'unread'],
    ['was cut', { kind: 'cut-before' }, 'unread'],
    ['made no sense', { kind: 'wrong-shape', result: { items: 'none' } }, 'unread'],
  ])('is known by its id only where the reading of names %s', async (__, effect, kind) => {
    const opened = openWith([CONTACT], { faults: [...(faults ?? []), faultOf('crm.item.list', effect)] })
    expect(toWords((await read(opened)).odd)).toBe(`(contact 1 ${kind})`)
  })

  it('is hidden where the portal refuses to show this contact', async () => {
    const refused = faultOf('crm.item.get', { kind: 'error', code: 'ACCESS_DENIED', status: 400 })
    const nobody = faultOf('crm.item.list', { kind: 'wrong-shape', result: { items: [] } })
    const opened = openWith([CONTACT, COMPANY], { faults: [...(faults ?? []), refused, nobody] })
    expect(toWords((await read(opened)).odd)).toBe('(company 1 hidden) + (contact 1 hidden)')
  })

  it('is unread where the name makes no sense', async () => {
    const items = [{ id: 1, name: ['Ada'], lastName: null }]
    const odd = faultOf('crm.item.list', { kind: 'wrong-shape', result: { items } })
    const opened = openWith([CONTACT], { faults: [...(faults ?? []), odd] })
    expect(toWords((await read(opened)).odd)).toBe('(contact 1 unread)')
  })
})

describe("an order's customer that could not be read", () => {
  const FAILURES: [string, FaultEffect][] = [
    ['failed', BROKEN],
    ['was cut', { kind: 'cut-before' }],
    ['was too much for the portal', { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }],
    ['made no sense', { kind: 'wrong-shape', result: { clients: 5 } }],
    ['never ends', { kind: 'wrong-shape', result: [] }],
  ]

  it.each(FAILURES)('is unread, not none, where the list %s', async (_, effect) => {
    const { odd, good } = await read(openWith([], { faults: [faultOf(LIST, effect)] }))
    expect([odd, good]).toEqual([{ kind: 'unread' }, { kind: 'unread' }])
  })

  it.each(FAILURES)('is unread, not none, where the list is refused and the order %s', async (_, effect) => {
    const faults = [faultOf(LIST, NOT_OFFERED), faultOf('sale.order.get', effect)]
    const { odd, good } = await read(openWith([], { faults }))
    expect([odd, good]).toEqual([{ kind: 'unread' }, { kind: 'unread' }])
  })

  it('is unread for somebody who may read no orders', async () => {
    const { odd, good } = await read(openWith([CONTACT], { user: EMPLOYEE }))
    expect([odd, good]).toEqual([{ kind: 'unread' }, { kind: 'unread' }])
  })

  it('is unread where one order alone fails, and the others are not', async () => {
    const faults = [faultOf(LIST, NOT_OFFERED), faultOf('sale.order.get', BROKEN, { nth: 1 })]
    const { odd, good } = await read(openWith([CONTACT], { faults }))
    expect([toWords(odd), toWords(good)]).toEqual(['unread', 'Nora'])
  })

  it('is read on the second try', async () => {
    const opened = openWith([CONTACT], { faults: [faultOf(LIST, BROKEN)] })
    await read(opened)
    setFaults(opened.local, [])
    expect(toWords((await read(opened)).odd)).toBe('Ada Brandvik')
  })

  it.each([
    ['no order', undefined],
    ['order null', null],
    ['order abc', 'abc'],
    ['an order that nobody asked for', 3],
  ])('is read order by order where a row of the list belongs to %s', async (_, sent) => {
    const rows = [aClient({ orderId: sent, entityId: 2 }), aClient({ orderId: GOOD })]
    const opened = openWith([COMPANY], { faults: [faultOf(LIST, { kind: 'wrong-shape', result: { clients: rows } })] })
    const { odd, good } = await read(opened)
    expect([toWords(odd), toWords(good)]).toEqual(['Northlight', 'Nora'])
  })
})

describe('an order without a client', () => {
  const PAYER = { orderPropsId: 20, code: 'FIO' }

  it.each<[string, Record<string, unknown>[], string]>([
    ['the payer', [{ ...PAYER, value: 'Mara Lindqvist' }], 'buyer Mara Lindqvist'],
    ['the payer without spaces around', [{ ...PAYER, value: '  Mara Lindqvist ' }], 'buyer Mara Lindqvist'],
    ['the payer, whatever the code', [{ orderPropsId: 20, code: 'X1', value: 'Mara' }], 'buyer Mara'],
    ['the payer by an id in text', [{ orderPropsId: '20', code: '', value: 'Mara' }], 'buyer Mara'],
    ['the first of several values', [{ ...PAYER, value: ['Mara', 'Nils'] }], 'buyer Mara'],
    ['a person by the code', [{ orderPropsId: 50, code: 'CONTACT_PERSON', value: 'Nils' }], 'buyer Nils'],
    ['a person by a code in small letters', [{ orderPropsId: 50, code: 'fio', value: 'Nils' }], 'buyer Nils'],
    ['nobody: the form has no value', [{ ...PAYER, value: null }], 'none'],
    ['nobody: the value is empty', [{ ...PAYER, value: '' }], 'none'],
    ['nobody: the value is blank', [{ ...PAYER, value: '  ' }], 'none'],
    ['nobody: only an e-mail was left', [{ orderPropsId: 21, code: 'EMAIL', value: 'mara@example.com' }], 'none'],
    ['nobody: there is no form', [], 'none'],
    ['nothing that can be read: an object', [{ ...PAYER, value: { name: 'Mara' } }], 'unread'],
    ['nothing that can be read: a flag', [{ ...PAYER, value: true }], 'unread'],
  ])('has for its buyer %s', async (_, values, words) => {
    const opened = openWith([])
    giveForm(opened.local, ODD, values)
    const { odd, good } = await read(opened)
    expect(toWords(odd)).toBe(words)
    expect(toWords(good)).toBe('Nora')
  })

  it.each([
    ['a person by the code', 'FIO', 'Mara', 'buyer Mara'],
    ['nobody known: the form may name one in a field of its own', 'X1', 'Mara', 'unread'],
    ['nobody', 'X1', '', 'none'],
  ])('has, where the portal does not tell which property names the buyer, %s', async (...[, code, value, words]) => {
    const opened = openWith([], { faults: [faultOf('sale.property.list', BROKEN)] })
    giveForm(opened.local, ODD, [{ orderPropsId: 20, code, value }])
    expect(toWords((await read(opened)).odd)).toBe(words)
  })

  it('is not said to have none where the form makes no sense', async () => {
    const order = { clients: [], propertyValues: 'none' }
    const opened = openWith([], { faults: [faultOf('sale.order.get', { kind: 'wrong-shape', result: { order } })] })
    expect((await read(opened)).odd).toEqual({ kind: 'unread' })
  })
})

describe('orders.readCustomers', () => {
  const requestsOf = ({ transport }: Opened) =>
    transport.requests.map(({ method, params }) => [method, ...Object.values(Object(params.cmd))].join())
  const IDS = Array.from({ length: 50 }, (_, index) => orderId(index + 1))

  it('asks nothing for no orders', async () => {
    const opened = openWith([])
    expect((await opened.portal.orders.readCustomers([])).size).toBe(0)
    expect(opened.transport.requests).toEqual([])
  })

  it('takes two requests for fifty orders with clients, and reads no order', async () => {
    const opened = openWith([CONTACT])
    expect((await opened.portal.orders.readCustomers(IDS)).size).toBe(50)
    expect(requestsOf(opened)).toHaveLength(2)
    expect(requestsOf(opened).join()).not.toContain('sale.order.get')
  })

  it('reads only the orders without a client, together with the names', async () => {
    const opened = openWith([])
    await opened.portal.orders.readCustomers(IDS)
    expect(requestsOf(opened)).toHaveLength(2)
    expect(requestsOf(opened)[1]?.match(/sale\.order\.get/g)).toHaveLength(1)
  })

  it('asks a portal without the list for it once', async () => {
    const opened = openWith([CONTACT], { faults: [faultOf(LIST, NOT_OFFERED)] })
    await read(opened)
    await read(opened)
    expect(requestsOf(opened).filter((request) => request.includes(LIST))).toHaveLength(1)
  })

  it('asks which properties name the buyer once', async () => {
    const opened = openWith([])
    await read(opened)
    await read(opened)
    expect(requestsOf(opened).filter((request) => request.includes('sale.property.list'))).toHaveLength(1)
  })
})
