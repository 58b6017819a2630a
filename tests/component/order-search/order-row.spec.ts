import type { Client, Customer } from '@/domain/customer'
import type { Order, OrderStub } from '@/domain/order'
import type { OwnerState } from '@/domain/owner'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import OrderRow from '@/features/order-search/OrderRow.vue'
import { aFailure, anOrder, anOwner, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { COLUMNS } from '@tests/support/order-rows'

const STATUSES = [
  { code: 'N', name: 'Accepted' },
  { code: 'D', name: 'Cancelled' },
]

const ADA: Client = { kind: 'named', ref: { type: 'contact', id: 7 }, name: 'Ada Brandvik' }
const NORTHLIGHT: Client = { kind: 'named', ref: { type: 'company', id: 3 }, name: 'Northlight' }
const NOBODY = { ref: { type: 'contact', id: 9 } } as const

interface RowOptions {
  owner?: OwnerState | null
  slots?: { action: string; below: string }
  orders?: PortalOverrides['orders']
}

async function openRow(order: Order | OrderStub, { owner, slots, orders }: RowOptions = {}) {
  const readStatuses = async () => STATUSES
  const portal = fakePortal({
    ownerTypes: { read: async () => [anOwnerType()] },
    orders: { readStatuses, ...orders },
  })
  const row = mountWith(OrderRow, { portal, props: { order, owner, columns: COLUMNS, isOpen: true }, slots })
  await flushPromises()
  return row
}

/** What stands in the cell of a column. */
function cellOf(row: Awaited<ReturnType<typeof openRow>>, column: 'Customer' | 'Status'): string {
  const cell = row.findAll('th, td')[{ Customer: 2, Status: 3 }[column]]
  return (cell?.findAll('p, [title]:not(p)') ?? []).map(({ element }) => readText(element)).join(' · ')
}

describe('OrderRow', () => {
  it('shows the facts of the order', async () => {
    const row = await openRow(anOrder())
    const text = readText(row.element)
    for (const fact of ['Order 1042', 'Oct 14, 2026', '$320.50', 'Not paid', 'Accepted', 'Mara Lindqvist']) {
      expect(text).toContain(fact)
    }
  })

  it('says that an order is paid, cancelled and without a customer', async () => {
    const readCustomers = async () => new Map([[orderId(42), { kind: 'none' as const }]])
    const row = await openRow(anOrder({ isPaid: true, isCancelled: true }), { orders: { readCustomers } })
    const text = readText(row.element)
    expect(text).toContain('Paid')
    expect(text).not.toContain('Not paid')
    expect(text).toContain('Cancelled')
    expect(text).toContain('No customer')
  })

  it('says once that an order is cancelled whose status says so too', async () => {
    const row = await openRow(anOrder({ isCancelled: true, statusCode: 'D' }))
    expect(readText(row.element).match(/Cancelled/g)).toHaveLength(1)
  })

  it('says that the owner is not known yet', async () => {
    const row = await openRow(anOrder())
    expect(row.text()).toContain('Reading the owner…')
  })

  it('says that there is no owner', async () => {
    const row = await openRow(anOrder(), { owner: null })
    expect(row.text()).toContain('No deal')
    expect(row.text()).not.toContain('Reading the owner')
  })

  it('names the owner', async () => {
    const row = await openRow(anOrder(), { owner: { kind: 'present', owner: anOwner({ title: 'North terrace' }) } })
    expect(readText(row.element)).toMatch(/North terrace.*Preparation/)
  })

  it('shows an order of which only the id may be read', async () => {
    const row = await openRow({ id: orderId(42) }, { owner: null })
    expect(row.text()).toContain('Order with ID 42')
    expect(row.text()).toContain('Only the ID of this order is known.')
  })

  it('gives room for an action and for what comes below', async () => {
    const row = await openRow(anOrder(), {
      owner: null,
      slots: { action: '<button>Move</button>', below: '<p>Sure?</p>' },
    })
    expect(findByRole(row, 'button', 'Move').exists()).toBe(true)
    expect(row.text()).toContain('Sure?')
  })

  it('writes sums and dates in Russian', async () => {
    const row = mountWith(OrderRow, { props: { order: anOrder(), owner: null, columns: COLUMNS }, language: 'ru' })
    expect(readText(row.element)).toContain('Заказ 1042')
    expect(readText(row.element)).toContain('14 окт. 2026')
    expect(readText(row.element)).toContain('320,50')
  })

  it.each<[string, Partial<Order>, string[]]>([
    ['sum', { sum: undefined }, ['sum not readable']],
    ['date', { createdAt: undefined }, ['date not readable']],
    ['status', { statusCode: undefined }, ['status not readable']],
    ['payment', { isPaid: undefined }, ['payment not readable']],
    ['cancellation', { isCancelled: undefined }, ['not readable whether cancelled']],
    ['sum and date', { sum: undefined, createdAt: undefined }, ['sum not readable', 'date not readable']],
  ])('says in its cell that this could not be read: %s', async (_, changes, said) => {
    const text = readText((await openRow(anOrder(changes))).element)
    const unreadable = text.match(/(sum |date |status |payment )?not readable( whether cancelled)?/g)
    // The date stands in a column of its own and, where that has no room, under the number.
    expect(new Set(unreadable)).toEqual(new Set(said))
    for (const words of said) expect(text).toContain(words)
    expect(text).toContain('Order 1042')
  })

  it.each<[string, Customer, string]>([
    [
      'a company with its contact',
      { kind: 'clients', shown: [NORTHLIGHT, ADA], refs: [] },
      'Northlight · Ada Brandvik',
    ],
    ['a deleted contact', { kind: 'clients', shown: [{ ...NOBODY, kind: 'deleted' }], refs: [] }, 'Contact 9, deleted'],
    [
      'a hidden contact',
      { kind: 'clients', shown: [{ ...NOBODY, kind: 'hidden' }], refs: [] },
      'Contact 9, not visible to you',
    ],
    [
      'an unread contact',
      { kind: 'clients', shown: [{ ...NOBODY, kind: 'unread' }], refs: [] },
      'Contact 9, its name could not be read',
    ],
    [
      'a contact without a name',
      { kind: 'clients', shown: [{ ...NOBODY, kind: 'unnamed' }], refs: [] },
      'Contact 9, without a name',
    ],
    ['the buyer of the form', { kind: 'buyer', name: 'Mara' }, 'Mara · from the checkout form'],
    ['nobody', { kind: 'none' }, 'No customer'],
    ['what could not be read', { kind: 'unread' }, 'Customer could not be read'],
  ])('names the customer: %s', async (_, customer, words) => {
    const readCustomers = async () => new Map([[orderId(42), customer]])
    expect(cellOf(await openRow(anOrder(), { orders: { readCustomers } }), 'Customer')).toBe(words)
  })

  it('holds the places of status and customer while they are read', async () => {
    const never = () => new Promise<never>(() => undefined)
    const text = readText((await openRow(anOrder(), { orders: { readStatuses: never, readCustomers: never } })).element)
    expect(text).toContain('Reading the status…')
    expect(text).toContain('Reading the customer…')
    expect(text).not.toContain('No customer')
  })

  it('shows the code of a status whose name could not be read, or is not known', async () => {
    const readStatuses = () => Promise.reject(aFailure())
    expect(cellOf(await openRow(anOrder(), { orders: { readStatuses } }), 'Status')).toBe('N')
    expect(cellOf(await openRow(anOrder({ statusCode: 'XX' })), 'Status')).toBe('XX')
  })
})
