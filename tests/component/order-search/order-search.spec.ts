import type { VueWrapper } from '@vue/test-utils'
import type { ComponentPublicInstance } from 'vue'
import type { OfCustomers } from '@/domain/found'
import type { Order } from '@/domain/order'
import type { Page } from '@/domain/page'
import type { OrderQuery } from '@/portal/order-queries'
import type { Portal } from '@/portal/portal'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PortalFailure } from '@/domain/failure'
import { orderId } from '@/domain/id'
import OrderSearch from '@/features/order-search/OrderSearch.vue'
import { toCursor } from '@/portal/decode'
import { aFailure, anOrder, anOwnerType } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { openPortal } from '@tests/support/open-portal'
import { COLUMNS, orderRows } from '@tests/support/order-rows'

const STATUSES = [
  { code: 'N', name: 'Accepted' },
  { code: 'F', name: 'Done' },
]

const SECOND_PAGE = toCursor(50)
const orderNumber = (number: number) => anOrder({ id: orderId(number), number: String(1000 + number) })
const newest = (count: number, from = 500) => Array.from({ length: count }, (_, index) => orderNumber(from - index))

const mountSearch = (portal: Portal) =>
  mountWith(OrderSearch, { portal, props: { columns: COLUMNS }, slots: orderRows })

type FindOrders = (query: OrderQuery) => Promise<Page<Order>>

async function openSearch(find: FindOrders) {
  const portal = fakePortal({
    ownerTypes: { read: async () => [anOwnerType()] },
    orders: { find, readStatuses: async () => STATUSES },
  })
  const search = mountSearch(portal)
  await vi.advanceTimersByTimeAsync(0)
  return search
}

type OpenedOrderSearch = VueWrapper<ComponentPublicInstance>

const readRows = (search: OpenedOrderSearch) => findAllByRole(search, 'row').map(({ element }) => readText(element))
const titlesOf = (search: OpenedOrderSearch) =>
  search.findAll('th[scope=rowgroup]').map(({ element }) => readText(element))
/** Long lists come in slices, one after the other. */
const renderAll = () => vi.advanceTimersByTimeAsync(50)
const readStatus = (search: OpenedOrderSearch) => readText(findAllByRole(search, 'status')[0]?.element)

async function type(search: OpenedOrderSearch, text: string, label = 'by number, ID or customer') {
  await findByLabel(search, label).setValue(text)
  await vi.advanceTimersByTimeAsync(300)
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('OrderSearch', () => {
  it('shows the newest orders first and tells the page which they are', async () => {
    const search = await openSearch(async () => ({ rows: newest(3) }))
    expect(readRows(search).map((row) => row.slice(0, 10))).toEqual(['Order 1500', 'Order 1499', 'Order 1498'])
    expect(search.emitted('shown')?.at(-1)).toEqual([[500, 499, 498]])
    expect(readStatus(search)).toBe('3 orders shown')
  })

  it('says that it is searching while nothing is there yet', async () => {
    const search = await openSearch(() => new Promise(() => undefined))
    expect(readStatus(search)).toBe('Searching for orders…')
  })

  it('asks once after a pause in typing', async () => {
    const find = vi.fn<FindOrders>(async () => ({ rows: newest(1) }))
    const search = await openSearch(find)
    find.mockClear()
    await findByLabel(search, 'by number, ID or customer').setValue('10')
    await vi.advanceTimersByTimeAsync(200)
    await type(search, ' 1042 ')
    expect(find.mock.calls).toEqual([[{ text: '1042', cursor: undefined }]])
  })

  it('ignores an answer that comes after the text was changed', async () => {
    const late: ((page: Page<Order>) => void)[] = []
    const search = await openSearch(({ text }) =>
      text === '1'
        ? new Promise((resolve) => late.push(resolve))
        : Promise.resolve({ rows: [orderNumber(text ? 22 : 9)] }),
    )
    await type(search, '1')
    await type(search, '2')
    late[0]?.({ rows: [orderNumber(11)] })
    await vi.advanceTimersByTimeAsync(0)
    expect(readRows(search)).toHaveLength(1)
    expect(readRows(search)[0]).toContain('Order 1022')
    expect(search.emitted('shown')?.flat(2)).not.toContain(11)
  })

  it.each([
    ['1500', ['Exact number', 'Other matches · 1']],
    ['№1500', ['Exact number', 'Other matches · 1']],
    ['150', []],
    ['ID 500', []],
  ])('tells the order that was typed exactly from others: %s', async (text, titles) => {
    const search = await openSearch(async () => ({ rows: [orderNumber(500), { ...orderNumber(7), number: '15001' }] }))
    await type(search, text)
    // What the titles are made with comes when the first text is typed.
    await eventually(() => expect(titlesOf(search)).toEqual(titles))
    expect(readRows(search)).toHaveLength(2)
  })

  it('has one title where the exact one is the only one', async () => {
    const search = await openSearch(async () => ({ rows: [orderNumber(500)] }))
    await type(search, '1500')
    await eventually(() => expect(titlesOf(search)).toEqual(['Exact number']))
  })

  it('shows twenty orders at a time and reads the next page when they run out', async () => {
    const find = vi.fn<FindOrders>(async ({ cursor }) =>
      cursor === SECOND_PAGE ? { rows: newest(5, 450) } : { rows: newest(50), next: SECOND_PAGE },
    )
    const search = await openSearch(find)
    await renderAll()
    const counts = [readRows(search).length]
    expect(readStatus(search)).toBe('20 orders shown, there are more')
    for (let press = 0; press < 2; press += 1) {
      await findByRole(search, 'button', 'Show more').trigger('click')
      await renderAll()
      counts.push(readRows(search).length)
    }
    expect(counts).toEqual([20, 40, 55])
    expect(find).toHaveBeenCalledTimes(2)
    expect(search.text()).not.toContain('Show more')
    expect(search.emitted('shown')?.at(-1)?.[0]).toHaveLength(55)
  })

  it('takes the focus to the first new row', async () => {
    const search = await openSearch(async () => ({ rows: newest(25) }))
    await findByRole(search, 'button', 'Show more').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(readText(document.activeElement)).toContain('Order 1480')
  })

  it('lets the page make the rows', async () => {
    const search = await openSearch(async () => ({ rows: newest(2) }))
    expect(readRows(search)[1]).toContain('act on 499')
  })

  it('offers to clear a search that found nothing', async () => {
    const search = await openSearch(async ({ text }) => ({ rows: text ? [] : newest(1) }))
    await type(search, '777')
    expect(search.text()).toContain('No orders found.')
    await findByRole(search, 'button', 'Clear the search').trigger('click')
    await vi.advanceTimersByTimeAsync(300)
    expect(readRows(search)).toHaveLength(1)
    expect(document.activeElement).toBe(findByLabel(search, 'by number, ID or customer').element)
  })

  it('explains a portal without any orders', async () => {
    const search = await openSearch(async () => ({ rows: [] }))
    expect(search.text()).toContain('There are no orders yet.')
  })

  it('gives the reason of a failure, and the orders after a retry', async () => {
    let isBroken = true
    const search = await openSearch(async () => {
      if (isBroken) throw aFailure({ kind: 'offline' })
      return { rows: newest(1) }
    })
    expect(search.text()).toContain('the connection to the portal was lost.')
    isBroken = false
    await findByRole(search, 'button', 'Try again').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(readRows(search)).toHaveLength(1)
  })
})

describe('OrderSearch for a person who may not list orders', () => {
  it.each(['no-read-right', 'access-denied'] as const)('explains %s and takes an id', async (kind) => {
    const find = vi.fn<FindOrders>().mockRejectedValue(aFailure({ kind, changed: 'no' }))
    const search = await openSearch(find)
    expect(search.text()).toContain('Orders can be found by ID only.')
    expect(search.text()).toContain('Type the ID of an order.')

    await type(search, '125', 'Order ID')

    expect(readRows(search)).toHaveLength(1)
    expect(readRows(search)[0]).toContain('Order with ID 125')
    expect(readRows(search)[0]).toContain('act on 125')
    expect(search.emitted('shown')?.at(-1)).toEqual([[125]])
    expect(find).toHaveBeenCalledTimes(1)
  })

  it('says that words are no id', async () => {
    const search = await openSearch(() => Promise.reject(aFailure({ kind: 'no-read-right' })))
    await type(search, 'lamp', 'Order ID')
    expect(search.text()).toContain('An ID is a number')
  })

  it('offers no filters that cannot work', async () => {
    const search = await openSearch(() => Promise.reject(aFailure({ kind: 'no-read-right' })))
    expect(search.findAll('select')).toEqual([])
  })
})

describe('OrderSearch, what matched', () => {
  it('marks what was typed in the number, and nothing else of the row', async () => {
    const search = await openSearch(async () => ({ rows: [anOrder({ number: 'igrushki-777' })] }))
    await type(search, '№777')
    expect(search.findAll('mark').map((mark) => mark.text())).toEqual(['777'])
    expect(readRows(search)[0]).toContain('Order igrushki-777')
  })

  it('marks what was typed in the name of the customer', async () => {
    const search = await openSearch(async () => ({ rows: [anOrder({ number: '1042' })] }))
    await type(search, 'lindq')
    expect(search.findAll('mark').map((mark) => mark.text())).toEqual(['Lindq'])
    expect(readRows(search)[0]).toContain('Mara Lindqvist')
  })

  it('marks no letters of the word "Order"', async () => {
    const search = await openSearch(async () => ({ rows: [anOrder({ number: 'or-1' })] }))
    await type(search, 'or')
    expect(search.findAll('mark').map((mark) => mark.text())).toEqual(['or'])
    expect(search.get('tr[data-row] mark').element.parentElement?.textContent).toBe('Order or-1')
  })

  it('says which order was found by its ID, and marks that instead of the number', async () => {
    const rows = [orderNumber(7), { ...anOrder({ id: orderId(1100), number: '2100' }), isFoundById: true as const }]
    const search = await openSearch(async () => ({ rows }))
    await type(search, '1100')
    expect(readRows(search).map((row) => row.includes('by ID'))).toEqual([false, true])
    expect(search.findAll('mark').map((mark) => mark.text())).toEqual(['ID 1100'])
  })

  it('shows what was typed as text, whatever it is', async () => {
    const search = await openSearch(async () => ({ rows: [anOrder({ number: '<img src=x>' })] }))
    await type(search, '<img')
    expect(search.find('img').exists()).toBe(false)
    expect(search.findAll('mark').map((mark) => mark.text())).toEqual(['<img'])
  })

  it('says that it has not looked through everything where nothing matched so far', async () => {
    const search = await openSearch(async () => ({ rows: [], next: SECOND_PAGE }))
    await type(search, '%7')
    expect(search.text()).toContain('No orders found so far')
    expect(findAllByRole(search, 'button').map(({ element }) => readText(element))).toContain('Show more')
  })
})

describe('OrderSearch in the sample portal', () => {
  beforeEach(() => void vi.useRealTimers())

  it('finds an order by its number', async () => {
    const { portal, local } = openPortal()
    const [order] = [...local.data.orders.values()]
    if (!order) throw new Error('The sample portal has no order')
    const search = mountSearch(portal)
    await search.find('input').setValue(order.accountNumber)
    await eventually(() => expect(search.emitted('shown')?.at(-1)?.[0]).toContain(order.id))
    expect(search.text()).toContain(`Order ${order.accountNumber}`)
  })

  it('takes ids from a store manager where the portal lets administrators alone list orders', async () => {
    const { portal } = openPortal({ user: 2, settings: { saleRead: 'administrator' } })
    const search = mountSearch(portal)
    await eventually(() => expect(search.text()).toContain('Orders can be found by ID only.'))
  })
})

describe("OrderSearch, orders by customers' names", () => {
  const ofMara = { rows: [orderNumber(3), orderNumber(2)], hasMore: false, hasMoreCustomers: false, isByDeals: false }

  async function openWithCustomers(found: OfCustomers<Order> | PortalFailure, direct: Order[] = []) {
    const portal = fakePortal({
      ownerTypes: { read: async () => [anOwnerType()] },
      orders: {
        find: async () => ({ rows: direct }),
        findOfCustomers: async () => {
          if (found instanceof PortalFailure) throw found
          return found
        },
      },
    })
    const search = mountSearch(portal)
    await vi.advanceTimersByTimeAsync(0)
    await type(search, 'Mara')
    return search
  }

  it('stand in a group of their own, under what was found by the text itself', async () => {
    const search = await openWithCustomers(ofMara, [orderNumber(9)])
    expect(search.text()).toContain('Orders of customers named “Mara”')
    expect(readRows(search).map((row) => row.slice(0, 10))).toEqual(['Order 1009', 'Order 1003', 'Order 1002'])
    expect(search.emitted('shown')?.at(-1)).toEqual([[9, 3, 2]])
    expect(readStatus(search)).toBe('3 orders shown')
  })

  it('show an order once that was found both ways', async () => {
    const search = await openWithCustomers(ofMara, [orderNumber(3)])
    expect(readRows(search).map((row) => row.slice(0, 10))).toEqual(['Order 1003', 'Order 1002'])
  })

  it('say nothing of orders that were not found where there are some', async () => {
    expect((await openWithCustomers(ofMara)).text()).not.toContain('No orders found')
  })

  it('are not there where nobody is called so', async () => {
    const search = await openWithCustomers({ ...ofMara, rows: [] })
    expect(search.text()).not.toContain('Orders of customers')
    expect(search.text()).toContain('No orders found.')
  })

  it.each([
    [{ isByDeals: true }, 'to none of these deals are not found this way'],
    [{ isByDeals: true, rows: [] }, 'to none of these deals are not found this way'],
    [{ hasMore: true }, 'The customers have more orders'],
    [{ hasMoreCustomers: true }, 'More customers have this name'],
  ])('say what is missing: %j', async (facts, text) => {
    expect((await openWithCustomers({ ...ofMara, ...facts })).text()).toContain(text)
  })

  it('can be asked for again where they could not be read', async () => {
    const search = await openWithCustomers(aFailure(), [orderNumber(9)])
    expect(readRows(search)).toHaveLength(1)
    expect(search.text()).toContain('Customers with this name could not be searched for.')
    expect(findAllByRole(search, 'button').map(({ element }) => readText(element))).toContain('Try again')
  })

  it('come twenty at a time', async () => {
    const search = await openWithCustomers({ ...ofMara, rows: newest(30) })
    await renderAll()
    expect(readRows(search)).toHaveLength(20)
    await findByRole(search, 'button', 'Show more').trigger('click')
    await renderAll()
    expect(readRows(search)).toHaveLength(30)
  })

  it('travel with the search itself', async () => {
    const { portal, transport } = openPortal()
    const search = mountSearch(portal)
    await vi.advanceTimersByTimeAsync(0)
    const before = transport.requests.length
    await type(search, 'Lindqvar')
    const [first] = transport.requests.slice(before)
    const commands = JSON.stringify(first?.params)
    expect(commands).toContain('sale.order.list')
    expect(commands).toContain('crm.item.list')
  })
})
