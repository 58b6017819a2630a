import type { Order, OrderStub } from '@/domain/order'
import type { OwnerState } from '@/domain/owner'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import OrderRow from '@/features/order-search/OrderRow.vue'
import { anOrder, anOwner, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

const STATUSES = [
  { code: 'N', name: 'Accepted' },
  { code: 'D', name: 'Cancelled' },
]

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
  const row = mountWith(OrderRow, { portal, props: { order, owner }, slots })
  await flushPromises()
  return row
}

describe('OrderRow', () => {
  it('shows the facts of the order', async () => {
    const row = await openRow(anOrder())
    const text = readText(row.element)
    for (const fact of ['Order 1042', 'Oct 14, 2026', 'ID 42', '$320.50', 'Not paid', 'Accepted', 'Mara Lindqvist']) {
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
    expect(row.text()).toContain('No owner')
    expect(row.text()).not.toContain('Reading the owner')
  })

  it('names the owner', async () => {
    const row = await openRow(anOrder(), { owner: { kind: 'present', owner: anOwner({ title: 'North terrace' }) } })
    expect(readText(row.element)).toContain('North terrace Deal 12')
  })

  it('shows an order of which only the id may be read', async () => {
    const row = await openRow({ id: orderId(42) }, { owner: null })
    expect(row.text()).toContain('Order with ID 42')
    expect(row.text()).toContain('Only the ID of this order is known.')
    expect(row.text()).not.toContain('Status')
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
    const row = mountWith(OrderRow, { props: { order: anOrder(), owner: null }, language: 'ru' })
    expect(readText(row.element)).toContain('Заказ 1042')
    expect(readText(row.element)).toContain('14 окт. 2026')
    expect(readText(row.element)).toContain('320,50')
  })
})
