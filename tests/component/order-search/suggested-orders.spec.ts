import type { VueWrapper } from '@vue/test-utils'
import type { Reason } from '@/domain/suggestion'
import type { SuggestionsOfOrders } from '@/features/order-search/useShownSuggestions'
import type { OrderQuery } from '@/portal/order-queries'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { orderId } from '@/domain/id'
import OrderSearch from '@/features/order-search/OrderSearch.vue'
import { aFailure, anOrder, anOwnerRef, anOwnerType } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { COLUMNS, orderRows } from '@tests/support/order-rows'

const orderNumber = (id: number) => anOrder({ id: orderId(id), number: String(1000 + id) })
const suggestedOrder = (id: number, ...reasons: Reason[]) => ({ order: orderNumber(id), owner: null, reasons })

const READY: SuggestionsOfOrders = {
  kind: 'ready',
  groups: [
    { kind: 'same-customer', rows: [suggestedOrder(3, { kind: 'same-company' })], hasMore: false },
    { kind: 'without-owner', rows: [suggestedOrder(8), suggestedOrder(9)], hasMore: true },
    { kind: 'recent', rows: [suggestedOrder(5)], hasMore: false },
  ],
}

async function openSearch(
  suggested: SuggestionsOfOrders,
  find = vi.fn(async (_: OrderQuery) => ({ rows: [orderNumber(50)] })),
) {
  const portal = fakePortal({ ownerTypes: { read: async () => [anOwnerType()] }, orders: { find } })
  const props = { columns: COLUMNS, suggested, enterText: 'bring' }
  const search = mountWith(OrderSearch, { portal, props, slots: orderRows })
  await vi.dynamicImportSettled()
  await vi.advanceTimersByTimeAsync(0)
  return { search, find }
}

async function type(search: VueWrapper, text: string): Promise<void> {
  await findByLabel(search, 'by number, ID or customer').setValue(text)
  await vi.advanceTimersByTimeAsync(300)
}

const readNumbers = (search: VueWrapper) =>
  findAllByRole(search, 'row').map(({ element }) => /Order (\d+)/.exec(readText(element))?.[1])
const readTitles = (search: VueWrapper) => search.findAll('th[scope=rowgroup]').map(({ element }) => readText(element))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('OrderSearch with suggestions', () => {
  it('shows them in their groups, and asks for no newest orders', async () => {
    const { search, find } = await openSearch(READY)
    expect(readTitles(search)).toEqual(['Same customer · 1', 'Without a deal · 2+', 'Recent'])
    expect(readNumbers(search)).toEqual(['1003', '1008', '1009', '1005'])
    expect(find).not.toHaveBeenCalled()
    expect(search.emitted('shown')?.at(-1)).toEqual([[3, 8, 9, 5]])
  })

  it.each([
    { owner: anOwnerRef(), active: '1003' },
    { owner: null, active: undefined },
    { owner: undefined, active: undefined },
  ])('has the first one active from the start only where Enter asks: $owner', async ({ owner, active }) => {
    const rows = [{ ...suggestedOrder(3), owner }, suggestedOrder(4)]
    const { search } = await openSearch({ kind: 'ready', groups: [{ kind: 'same-customer', rows, hasMore: false }] })
    const id = search.find('input').attributes('aria-activedescendant')
    const row = findAllByRole(search, 'row').find(({ element }) => element.id === id)
    expect(/Order (\d+)/.exec(readText(row?.element))?.[1]).toBe(active)
  })

  it('announces how many they are', async () => {
    const { search } = await openSearch(READY)
    expect(readText(findAllByRole(search, 'status')[0]?.element)).toBe('4 orders suggested')
  })

  it('keeps their place while they are being read', async () => {
    const { search, find } = await openSearch({ kind: 'pending' })
    expect(search.findAll('tbody[aria-hidden=true] tr').length).toBeGreaterThan(5)
    expect(find).not.toHaveBeenCalled()
  })

  it('shows the newest orders where they could not be read, and reads them again on demand', async () => {
    const { search } = await openSearch({ kind: 'failed', failure: aFailure() })
    expect(readNumbers(search)).toEqual(['1050'])
    expect(search.text()).toContain('Suggestions could not be read')
    await findByRole(search, 'button', 'Try again').trigger('click')
    expect(search.emitted('suggest')).toHaveLength(1)
  })

  it.each<SuggestionsOfOrders>([{ kind: 'off' }, { kind: 'ready', groups: [] }])(
    'shows the newest orders where there are none: %j',
    async (suggested) => {
      const { search } = await openSearch(suggested)
      expect(readNumbers(search)).toEqual(['1050'])
      expect(search.text()).not.toContain('Suggestions could not be read')
    },
  )

  it('goes to the newest orders on demand, and the focus to the search', async () => {
    const { search } = await openSearch(READY)
    await findByRole(search, 'button', 'Show more').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    expect(readNumbers(search)).toEqual(['1050'])
    expect(document.activeElement).toBe(search.find('input').element)
  })

  it('gives way to what is searched for, and comes back', async () => {
    const { search } = await openSearch(READY)
    await type(search, '1050')
    expect(readNumbers(search)).toEqual(['1050'])
    await eventually(() => expect(readTitles(search)).toEqual(['Exact number']))
    await type(search, '')
    expect(readNumbers(search)).toEqual(['1003', '1008', '1009', '1005'])
  })

  it('stays until the first answer, and means nothing by Enter meanwhile', async () => {
    const { search } = await openSearch(
      READY,
      vi.fn(() => new Promise<never>(() => undefined)),
    )
    await type(search, '1050')
    expect(readNumbers(search)).toEqual(['1003', '1008', '1009', '1005'])
    expect(search.find('input').attributes('aria-activedescendant')).toBeUndefined()
  })
})
