import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { faultOf, openPortal } from '@tests/support/open-portal'

const DEAL = ownerTypeId(2)
const INVOICE = ownerTypeId(31)
const EMPLOYEE = 3

/** Contact 6 of the sample portal, who buys for company 6. */
const CONTACT = 6
const COMPANY = 6

function callContact(local: LocalPortal, names: { name?: string; secondName?: string; lastName?: string }): void {
  const contact = local.data.contacts.get(CONTACT)
  if (contact) local.data.contacts.set(CONTACT, { ...contact, ...names })
}

function callCompany(local: LocalPortal, title: string, id = COMPANY): void {
  const company = local.data.companies.get(COMPANY)
  if (company) local.data.companies.set(id, { ...company, id, title })
}

/** The orders that the local portal has stored for a client, the newest first. */
function storedOrders(local: LocalPortal, entityTypeId: number, entityId: number): number[] {
  return [...local.data.orders.values()]
    .filter(({ clients }) => clients.some((row) => row.entityTypeId === entityTypeId && row.entityId === entityId))
    .map(({ id }) => id)
    .toSorted((one, other) => other - one)
}

function storedOwners(local: LocalPortal, client: { contactId: number } | { companyId: number }, typeId = 2): number[] {
  const [[field, id] = []] = Object.entries(client)
  return [...(local.data.items.get(typeId)?.values() ?? [])]
    .filter((owner) => Reflect.get(owner, field ?? '') === id)
    .map((owner) => owner.id)
    .toSorted((one, other) => other - one)
}

const NO_LIST = faultOf('crm.ordercontactcompany.list', { kind: 'error', code: 'ERROR_METHOD_NOT_FOUND' })

describe('orders.findOfCustomers', () => {
  it.each([
    ['Mara Lindqvist'],
    ['lindqvist mara'],
    ['Lindqvist, Mara'],
    ['Lindqvist'],
    ['indqvis'],
    ['"Mara Lindqvist"'],
    ['Mara  Lindqvist'],
    ['\u200bMara\u00a0Lindqvist'],
  ])('finds by %j the orders of the contact who is called so', async (text) => {
    const { portal, local } = openPortal()
    callContact(local, { name: 'Mara', lastName: 'Lindqvist' })
    const found = await portal.orders.findOfCustomers({ text })
    expect(found.rows.map(({ id }) => id)).toEqual(storedOrders(local, 3, CONTACT))
    expect(found).toMatchObject({ isByDeals: false, hasMore: false, hasMoreCustomers: false })
  })

  it.each([
    ['Пётр', 'Семёнов', 'петр семенов'],
    ['Петр', 'Семенов', 'Пётр Семёнов'],
    ['Петр', 'Семёнов', 'семёнов пётр'],
    ['Jean-Luc', "O'Brien", 'Jean‑Luc O’Brien'],
    ['Анна', '', 'анна'],
  ])('finds %s %s by %j', async (name, lastName, text) => {
    const { portal, local } = openPortal()
    callContact(local, { name, lastName })
    const { rows } = await portal.orders.findOfCustomers({ text })
    expect(rows.map(({ id }) => id)).toEqual(storedOrders(local, 3, CONTACT))
  })

  it('finds a contact by the middle name', async () => {
    const { portal, local } = openPortal()
    callContact(local, { name: 'Пётр', secondName: 'Ильич', lastName: 'Иванов' })
    expect((await portal.orders.findOfCustomers({ text: 'Иванов Петр Ильич' })).rows).not.toEqual([])
    expect((await portal.orders.findOfCustomers({ text: 'Иванов Петр Павлович' })).rows).toEqual([])
  })

  it.each([
    ['ООО «Ромашка»', '"ромашка"'],
    ['ООО "Ромашка"', '«Ромашка» ООО'],
    ['3M Zebra', '3m'],
    ['100% Zebra', '100% zebra'],
  ])('finds the orders of the company %j by %j', async (title, text) => {
    const { portal, local } = openPortal()
    callCompany(local, title)
    const { rows } = await portal.orders.findOfCustomers({ text })
    expect(rows.map(({ id }) => id)).toEqual(storedOrders(local, 4, COMPANY))
    expect(rows.length).toBeGreaterThan(0)
  })

  it.each(['1123', '№1123', 'ID 5', 'Order 7', '%', '7', 'a', '', '/shop/orders/details/5/', 'Nobody Atall'])(
    'finds nobody by %j',
    async (text) => {
      expect((await openPortal().portal.orders.findOfCustomers({ text })).rows).toEqual([])
    },
  )

  it('asks nothing for a number', async () => {
    const { portal, transport } = openPortal()
    await portal.orders.findOfCustomers({ text: '№1123' })
    expect(transport.requests).toEqual([])
  })

  it('travels together with the search by number', async () => {
    const { portal, transport, local } = openPortal()
    callContact(local, { name: 'Mara', lastName: 'Lindqvist' })
    const query = { text: 'Mara Lindqvist' }
    await Promise.all([portal.orders.find(query), portal.orders.findOfCustomers(query)])
    expect(transport.requests.map(({ method }) => method)).toEqual([
      'batch',
      'crm.ordercontactcompany.list',
      'sale.order.list',
    ])
  })

  it('finds by deals where the portal does not list the clients of orders, and says so', async () => {
    const { portal, local, transport } = openPortal({ faults: [NO_LIST] })
    callCompany(local, 'Zebra')
    const deals = storedOwners(local, { companyId: COMPANY })
    const bound = [...local.data.bindings].filter(
      ([, owner]) => owner.ownerTypeId === 2 && deals.includes(owner.ownerId),
    )
    const found = await portal.orders.findOfCustomers({ text: 'zebra' })
    expect(found.rows.map(({ id }) => id)).toEqual(bound.map(([id]) => id).toSorted((one, other) => other - one))
    expect(found.rows.length).toBeGreaterThan(0)
    expect(found.isByDeals).toBe(true)
    await portal.orders.findOfCustomers({ text: 'zebr' })
    const asked = transport.requests.filter(({ method }) => method === 'crm.ordercontactcompany.list')
    expect(asked).toHaveLength(1)
  })

  it('finds by deals the newest orders where they are more than a page, however the portal reads a start', async () => {
    const { portal, local } = openPortal({ faults: [NO_LIST], settings: { minusOne: 'all-rows' } })
    callCompany(local, 'Zebra')
    const [deal = 0] = storedOwners(local, { companyId: COMPANY })
    for (let id = 100; id <= 180; id += 1) local.data.bindings.set(id, { ownerTypeId: 2, ownerId: deal })
    const found = await portal.orders.findOfCustomers({ text: 'zebra' })
    expect(found).toMatchObject({ isByDeals: true, hasMore: true })
    expect(found.rows).toHaveLength(50)
  })

  it('finds by deals nothing where the customer has none', async () => {
    const { portal, local } = openPortal({ faults: [NO_LIST] })
    callCompany(local, 'Zebra', 777)
    expect(await portal.orders.findOfCustomers({ text: 'zebra' })).toMatchObject({ rows: [], isByDeals: true })
  })

  it("shows no others' orders where the portal ignores a filter", async () => {
    const result = {
      clients: [{ id: 1, orderId: 1, entityTypeId: 3, entityId: 999, isPrimary: 'Y', roleId: 0, sort: 0 }],
    }
    const { portal, local } = openPortal({
      faults: [faultOf('crm.ordercontactcompany.list', { kind: 'wrong-shape', result })],
    })
    callContact(local, { name: 'Mara', lastName: 'Lindqvist' })
    expect((await portal.orders.findOfCustomers({ text: 'Mara Lindqvist' })).rows).toEqual([])
  })

  it('looks at fifty customers at most and says that there are more', async () => {
    const { portal, local } = openPortal()
    for (let id = 1000; id < 1060; id += 1) callCompany(local, `Zebra ${id}`, id)
    expect(await portal.orders.findOfCustomers({ text: 'zebra' })).toMatchObject({ hasMoreCustomers: true })
  })

  it('narrows by status and payment', async () => {
    const { portal, local } = openPortal()
    callCompany(local, 'Zebra')
    const all = (await portal.orders.findOfCustomers({ text: 'zebra' })).rows
    const paid = (await portal.orders.findOfCustomers({ text: 'zebra', isPaid: true })).rows
    expect(paid.map(({ id }) => id)).toEqual(all.filter(({ isPaid }) => isPaid).map(({ id }) => id))
    expect(paid.length).toBeLessThan(all.length)
  })

  it('fails where the portal cannot be reached', async () => {
    const { portal } = openPortal({
      faults: [faultOf('crm.item.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })],
    })
    await expect(portal.orders.findOfCustomers({ text: 'Mara' })).rejects.toMatchObject({ kind: 'portal-error' })
  })

  it('finds nobody where the person may not see contacts', async () => {
    const { portal } = openPortal({ faults: [faultOf('crm.item.list', { kind: 'error', code: 'ACCESS_DENIED' })] })
    expect((await portal.orders.findOfCustomers({ text: 'Mara' })).rows).toEqual([])
  })
})

describe('owners.findOfCustomers', () => {
  it.each(['Mara Lindqvist', 'Lindqvist Mara', 'lindqvist'])('finds by %j the deals of the contact', async (text) => {
    const { portal, local, transport } = openPortal()
    callContact(local, { name: 'Mara', lastName: 'Lindqvist' })
    const found = await portal.owners.findOfCustomers({ typeId: DEAL, text })
    expect(found.rows.map(({ ref }) => ref.id)).toEqual(storedOwners(local, { contactId: CONTACT }))
    expect(found.rows.length).toBeGreaterThan(0)
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch', 'crm.item.list'])
  })

  it.each([
    [DEAL, 2],
    [INVOICE, 31],
    [ownerTypeId(1038), 1038],
  ])('finds owners of type %i by the title of the company', async (typeId, stored) => {
    const { portal, local } = openPortal()
    const [item] = local.data.items.get(stored)?.values() ?? []
    if (item) local.data.items.get(stored)?.set(item.id, { ...item, companyId: COMPANY })
    callCompany(local, 'ООО «Ромашка»')
    const found = await portal.owners.findOfCustomers({ typeId, text: '"ромашка"' })
    expect(found.rows.map(({ ref }) => ref.id)).toEqual(storedOwners(local, { companyId: COMPANY }, stored))
    expect(found.rows.length).toBeGreaterThan(0)
  })

  it.each(['202', 'ID 202', 'Deal 202', '10%', 'x', '', '/crm/deal/details/202/', 'Nobody Atall'])(
    'finds nobody by %j',
    async (text) => {
      expect((await openPortal().portal.owners.findOfCustomers({ typeId: DEAL, text })).rows).toEqual([])
    },
  )

  it('finds none among a type that cannot be filtered by customers', async () => {
    const { portal, local } = openPortal({
      faults: [faultOf('crm.item.list', { kind: 'error', code: 'INVALID_ARG_VALUE' }, { nth: 3 })],
    })
    callContact(local, { name: 'Mara', lastName: 'Lindqvist' })
    const found = await portal.owners.findOfCustomers({ typeId: DEAL, text: 'Mara Lindqvist' })
    expect(found.rows).toEqual([])
  })

  it('leaves out deals that the person may not see', async () => {
    const { portal, local } = openPortal({ user: EMPLOYEE })
    const seen = (await portal.owners.find({ typeId: DEAL })).rows.map(({ ref }) => ref.id)
    for (const contact of local.data.contacts.values())
      local.data.contacts.set(contact.id, { ...contact, lastName: 'Zebra' })
    const { rows } = await portal.owners.findOfCustomers({ typeId: DEAL, text: 'zebra' })
    expect(rows.every(({ ref }) => seen.includes(ref.id))).toBe(true)
  })
})
