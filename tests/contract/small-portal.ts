import type { LocalPortal } from '@emulator/portal/state'
import { ROW_DEFAULTS } from '@emulator/rows/product-row-draft'

/** Leaves only the rows that cases speak of, with values that a reader can check by eye. */
export function shrinkPortal({ data }: LocalPortal): void {
  keep(data.orders, [1, 2, 3])
  keep(data.contacts, [1, 2])
  keep(data.companies, [1])
  keep(data.items.get(2), [201, 202, 203])
  keep(data.items.get(31), [41])
  set(data.orders.get(1), {
    price: 100,
    currency: 'USD',
    payed: 'Y',
    canceled: 'N',
    statusId: 'P',
    dateInsert: '2026-09-01T10:00:00+03:00',
  })
  set(data.orders.get(2), {
    price: 250.5,
    currency: 'EUR',
    payed: 'N',
    canceled: 'N',
    statusId: 'N',
    dateInsert: '2026-09-02T10:00:00+03:00',
  })
  set(data.orders.get(3), {
    price: 30,
    currency: 'USD',
    payed: 'N',
    canceled: 'Y',
    statusId: 'D',
    dateInsert: '2026-09-03T10:00:00+03:00',
  })
  const client = { isPrimary: 'Y', roleId: 0, sort: 0 }
  set(data.orders.get(1), {
    clients: [
      { ...client, id: 901, orderId: 1, entityTypeId: 3, entityId: 1 },
      { ...client, id: 902, orderId: 1, entityTypeId: 4, entityId: 1 },
    ],
  })
  set(data.orders.get(2), { clients: [{ ...client, id: 903, orderId: 2, entityTypeId: 3, entityId: 2 }] })
  set(data.orders.get(3), { clients: [] })
  set(data.contacts.get(1), { name: 'Ada', lastName: 'Brandvik' })
  set(data.companies.get(1), { title: 'Northlight' })
  const open = { opened: 'Y', assignedById: 1, currencyId: 'USD' }
  set(data.items.get(2)?.get(201), { ...open, title: 'Alpha chairs', categoryId: 0, stageId: 'NEW', opportunity: 500 })
  set(data.items.get(2)?.get(202), { ...open, title: 'Beta desks', categoryId: 9, stageId: 'C9:NEW', opportunity: 900 })
  set(data.items.get(2)?.get(203), {
    ...open,
    title: 'Gamma lamps',
    categoryId: 0,
    stageId: 'WON',
    opportunity: 700,
    opened: 'N',
  })
  set(data.items.get(31)?.get(41), { ...open, title: 'Invoice No. 310' })
  data.productRows.clear()
  data.bindings = new Map([
    [1, { ownerId: 201, ownerTypeId: 2 }],
    [2, { ownerId: 41, ownerTypeId: 31 }],
  ])
}

function keep(rows: Map<number, unknown> | undefined, ids: number[]): void {
  for (const id of rows?.keys() ?? []) if (!ids.includes(id)) rows?.delete(id)
}

function set(row: object | undefined, values: object): void {
  if (!row) throw new Error('The sample portal lacks a row that the cases need.')
  Object.assign(row, values)
}

/** Deal 201 sells two chairs and a delivery, in this order: 500 in all. */
export function addProductRows({ data }: LocalPortal): void {
  const common = { ...ROW_DEFAULTS, ownerId: 201, ownerTypeId: 2, xmlId: '' }
  const chairs = { productId: 301, productName: 'Chair', price: 200, quantity: 2, measureCode: 796 }
  data.productRows.set(2011, { ...common, productName: 'Delivery', price: 100, id: 2011, sort: 20 })
  data.productRows.set(2012, { ...common, ...chairs, id: 2012, sort: 10 })
}

/** The same, and deal 201 counts its sum by its rows. */
export function addCountedRows(portal: LocalPortal): void {
  addProductRows(portal)
  set(portal.data.items.get(2)?.get(201), { isManualOpportunity: 'N' })
}

/** Sixty bindings of orders 101..160 to deal 201, for paging; order 1 and 2 keep theirs. */
export function addSixtyBindings({ data }: LocalPortal): void {
  for (let orderId = 101; orderId <= 160; orderId++) data.bindings.set(orderId, { ownerId: 201, ownerTypeId: 2 })
}

/** Takes the payments of all orders away: a paid order cannot be deleted. */
export function removePayments({ data }: LocalPortal): void {
  for (const order of data.orders.values()) order.payments = []
}

/** The first deal is the first contact's, the second the first company's, the third nobody's. */
export function giveDealsCustomers({ data }: LocalPortal): void {
  set(data.items.get(2)?.get(201), { contactId: 1, companyId: 0 })
  set(data.items.get(2)?.get(202), { contactId: 0, companyId: 1 })
  set(data.items.get(2)?.get(203), { contactId: 0, companyId: 0 })
}

/** The titles and numbers of the first rows have signs that mean something to a search. */
export function putSignsInTexts({ data }: LocalPortal): void {
  set(data.items.get(2)?.get(201), { title: 'Ten 10% off' })
  set(data.items.get(2)?.get(202), { title: 'Ten 100 off' })
  set(data.orders.get(1), { accountNumber: '0042' })
}
