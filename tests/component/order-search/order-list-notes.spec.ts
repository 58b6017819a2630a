import type { Customer } from '@/domain/customer'
import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { orderId } from '@/domain/id'
import OrderSearch from '@/features/order-search/OrderSearch.vue'
import { aCustomer, anOrder } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { COLUMNS, orderRows } from '@tests/support/order-rows'

type ReadCustomers = (ids: readonly OrderId[]) => Promise<ReadonlyMap<OrderId, Customer>>

const ORDERS = [3, 2, 1].map((id) => anOrder({ id: orderId(id), number: String(1000 + id) }))
const ODD = [
  anOrder({ id: orderId(3), sum: undefined, unreadable: [{ field: 'price', found: 'null' }] }),
  anOrder({ id: orderId(2), unreadable: [{ field: 'accountNumber', found: 'list' }] }),
  anOrder({ id: orderId(1) }),
]

const allOf =
  (customer: Customer): ReadCustomers =>
  async (ids) =>
    new Map(ids.map((id) => [id, customer]))

async function openSearch(page: { rows: Order[]; lost?: number }, readCustomers: ReadCustomers = allOf(aCustomer())) {
  const readStatuses = vi.fn(async () => [{ code: 'N', name: 'Accepted' }])
  const portal = fakePortal({ orders: { find: async () => page, readCustomers, readStatuses } })
  const search = mountWith(OrderSearch, { portal, props: { columns: COLUMNS }, slots: orderRows })
  await flushPromises()
  return { search, readStatuses }
}

type Opened = Awaited<ReturnType<typeof openSearch>>['search']

const textOf = (search: Opened) => readText(search.element)
const copyDetails = async (search: Opened) => {
  await findByRole(search, 'button', 'Copy details').trigger('click')
  await flushPromises()
}

describe('customers of the shown orders', () => {
  it('are asked for together, once the rows are there', async () => {
    const readCustomers = vi.fn(allOf(aCustomer('Ada')))
    const { search, readStatuses } = await openSearch({ rows: ORDERS }, readCustomers)
    expect(readCustomers.mock.calls).toEqual([[[3, 2, 1]]])
    expect(readStatuses).toHaveBeenCalledOnce()
    expect(textOf(search).match(/Ada/g)).toHaveLength(3)
  })

  it('that could not be read are said once, and asked for again together', async () => {
    const answers: Customer[] = [{ kind: 'unread' }, aCustomer('Ada')]
    const readCustomers = vi.fn<ReadCustomers>(async (ids) => {
      const next = answers.shift() ?? { kind: 'none' }
      return new Map(ids.map((id) => [id, id === 2 ? aCustomer('Nora') : next]))
    })
    const { search } = await openSearch({ rows: ORDERS }, readCustomers)
    expect(textOf(search).match(/Some customers could not be read\./g)).toHaveLength(1)
    expect(textOf(search).match(/Customer could not be read/g)).toHaveLength(2)
    await findByRole(search, 'button', 'Try again').trigger('click')
    await flushPromises()
    expect(readCustomers.mock.calls.slice(1)).toEqual([[[3, 1]]])
    expect(textOf(search)).not.toContain('could not be read')
    expect(textOf(search)).toContain('Nora')
  })

  it('that could not be read cost nothing else', async () => {
    const { search } = await openSearch({ rows: ORDERS }, allOf({ kind: 'unread' }))
    expect(findAllByRole(search, 'row')).toHaveLength(3)
    expect(findAllByRole(search, 'alert')).toHaveLength(0)
  })
})

describe('orders that could not be read in full', () => {
  it('are counted once above the list', async () => {
    const { search } = await openSearch({ rows: ODD, lost: 2 })
    expect(textOf(search)).toContain('4 rows have fields that could not be read.')
    expect(textOf(search)).toContain('2 of them are not shown, because not even their IDs could be read.')
    expect(findAllByRole(search, 'row')).toHaveLength(3)
  })

  it('are no news where there are none', async () => {
    const { search } = await openSearch({ rows: ORDERS })
    expect(textOf(search)).not.toContain('could not be read')
    expect(() => findByRole(search, 'button', 'Copy details')).toThrow()
  })

  it('give their details to the clipboard: fields and what stood there', async () => {
    const writeText = vi.fn(async () => undefined)
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    const { search } = await openSearch({ rows: ODD, lost: 1 })
    await copyDetails(search)
    expect(writeText).toHaveBeenCalledWith('order 3: price (null)\norder 2: accountNumber (list)\nno id: 1')
    expect(textOf(search)).toContain('Copied.')
    vi.unstubAllGlobals()
  })

  it.each([
    ['refused', { clipboard: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } }],
    ['absent, as on a page without https', {}],
  ])('give them in a selected field where the clipboard is %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    const { search } = await openSearch({ rows: ODD })
    await copyDetails(search)
    const field = search.get('textarea').element
    expect(document.activeElement).toBe(field)
    expect(field.readOnly).toBe(true)
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(
      'order 3: price (null)\norder 2: accountNumber (list)',
    )
    expect(textOf(search)).toContain('The portal does not let this page copy.')
    vi.unstubAllGlobals()
  })
})
