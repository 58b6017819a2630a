import type { VueWrapper } from '@vue/test-utils'
import type { ComponentPublicInstance } from 'vue'
import type { Order } from '@/domain/order'
import type { Page } from '@/domain/page'
import type { OrderQuery } from '@/portal/order-queries'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import OrderSearch from '@/features/order-search/OrderSearch.vue'
import { aFailure, anOrder, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { COLUMNS, orderRows } from '@tests/support/order-rows'

const STATUSES = [
  { code: 'N', name: 'Accepted' },
  { code: 'P', name: 'Paid, preparing' },
  { code: 'F', name: 'Done' },
]

type FindOrders = (query: OrderQuery) => Promise<Page<Order>>
type Search = VueWrapper<ComponentPublicInstance>

const asked = vi.fn<FindOrders>()

async function openSearch(zone?: string, readStatuses = async () => STATUSES) {
  const portal = fakePortal({
    ownerTypes: { read: async () => [anOwnerType()] },
    orders: { find: asked, readStatuses },
    profile: { readTimeZone: async () => zone },
  })
  const search = mountWith(OrderSearch, { portal, props: { columns: COLUMNS }, slots: orderRows })
  await settle()
  return search
}

/** The lists come with a file of their own. */
async function settle(): Promise<void> {
  await vi.dynamicImportSettled()
  await vi.advanceTimersByTimeAsync(0)
}

const chip = (search: Search, name: string) => findByRole(search, 'button', name)
const optionsOf = (search: Search) => findAllByRole(search, 'option').map(({ element }) => readText(element))
const lastQuery = () => JSON.parse(JSON.stringify(asked.mock.lastCall?.[0]))

async function press(search: Search, name: string, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await chip(search, name).trigger('keydown', { key })
    await settle()
  }
}

async function choose(search: Search, name: string, option: string): Promise<void> {
  await chip(search, name).trigger('click')
  await settle()
  await findByRole(search, 'option', option).trigger('click')
  await settle()
}

beforeEach(() => {
  // In Berlin it is the 27th already.
  vi.useFakeTimers({ now: new Date('2026-11-26T23:30:00Z') })
  asked.mockReset().mockImplementation(async () => ({ rows: [anOrder()] }))
})
afterEach(() => void vi.useRealTimers())

describe('the filters of the search for orders', () => {
  it('narrow the orders by status and payment, and say so', async () => {
    const search = await openSearch()
    await choose(search, 'Status', 'Done')
    await choose(search, 'Payment', 'Not paid')
    expect(lastQuery()).toEqual({ statusCode: 'F', isPaid: false })
    expect(readText(chip(search, 'Status').element)).toBe('Status: Done')
    expect(readText(chip(search, 'Payment').element)).toBe('Payment: Not paid')
    await choose(search, 'Status', 'Any')
    expect(lastQuery()).toEqual({ isPaid: false })
    expect(readText(chip(search, 'Status').element)).toBe('Status')
  })

  it('are driven by the keyboard: arrows, Home, End, letters, Enter and Space', async () => {
    const search = await openSearch()
    await press(search, 'Status', 'ArrowDown')
    expect(optionsOf(search)).toEqual(['Any', 'Accepted', 'Paid, preparing', 'Done'])
    expect(document.activeElement).toBe(chip(search, 'Status').element)
    await press(search, 'Status', 'ArrowDown', 'Enter')
    expect(lastQuery()).toEqual({ statusCode: 'N' })
    await press(search, 'Status', ' ', 'End', ' ')
    expect(lastQuery()).toEqual({ statusCode: 'F' })
    await press(search, 'Status', 'Enter', 'p', 'Enter')
    expect(lastQuery()).toEqual({ statusCode: 'P' })
    await press(search, 'Status', 'ArrowUp', 'Home', 'Enter')
    expect(readText(chip(search, 'Status').element)).toBe('Status')
  })

  it.each(['Escape', 'Tab'])('close with %s, which chooses nothing', async (key) => {
    const search = await openSearch()
    const around = vi.fn()
    document.body.addEventListener('keydown', around)
    await press(search, 'Status', 'ArrowDown', 'ArrowDown', key)
    document.body.removeEventListener('keydown', around)
    expect(optionsOf(search)).toEqual([])
    expect(lastQuery()).toEqual({})
    // An Escape that closes the list closes nothing around it.
    expect(around.mock.calls.some(([event]) => event.key === 'Escape')).toBe(false)
  })

  it('close when the focus goes elsewhere', async () => {
    const search = await openSearch()
    await chip(search, 'Payment').trigger('click')
    await settle()
    expect(chip(search, 'Payment').attributes('aria-expanded')).toBe('true')
    await chip(search, 'Payment').trigger('blur')
    expect(optionsOf(search)).toEqual([])
    expect(chip(search, 'Payment').attributes('aria-expanded')).toBe('false')
  })

  it.each([
    ['Today', 'Europe/Berlin', '2026-11-26T23:00:00+00:00'],
    ['Last 7 days', 'Europe/Berlin', '2026-11-20T23:00:00+00:00'],
    ['Last 30 days', 'Europe/Berlin', '2026-10-28T23:00:00+00:00'],
    ['Today', 'America/New_York', '2026-11-26T05:00:00+00:00'],
    // By this computer's clock, in Auckland, it is the 27th.
    ['Today', undefined, '2026-11-27T00:00:00'],
  ])('know %s of a person in %s', async (option, zone, from) => {
    const search = await openSearch(zone)
    await choose(search, 'Date', option)
    expect(lastQuery()).toEqual({ made: { from } })
    expect(readText(chip(search, 'Date').element)).toBe(`Date: ${option}`)
  })

  it.each([
    ['2026-11-01', '', { from: '2026-11-01T00:00:00' }],
    ['', '2026-11-01', { before: '2026-11-02T00:00:00' }],
    ['2026-11-01', '2026-11-03', { from: '2026-11-01T00:00:00', before: '2026-11-04T00:00:00' }],
    ['2026-11-03', '2026-11-01', { from: '2026-11-01T00:00:00', before: '2026-11-04T00:00:00' }],
    // While the year is being typed.
    ['0202-11-01', '', undefined],
    ['', '', undefined],
  ])('take the days from %j to %j', async (from, to, made) => {
    const search = await openSearch()
    await choose(search, 'Date', 'From')
    await findByLabel(search, 'From').setValue(from)
    await findByLabel(search, 'To').setValue(to)
    await settle()
    expect(lastQuery()).toEqual(made ? { made } : {})
  })

  it('are cleared by one click, which keeps what was typed', async () => {
    const search = await openSearch()
    expect(search.text()).not.toContain('Clear')
    await findByLabel(search, 'by number').setValue('1042')
    await choose(search, 'Status', 'Done')
    await choose(search, 'Date', 'Today')
    await vi.advanceTimersByTimeAsync(300)
    await findByRole(search, 'button', 'Clear the filters').trigger('click')
    await settle()
    expect(lastQuery()).toEqual({ text: '1042' })
    expect(readText(chip(search, 'Status').element)).toBe('Status')
    expect(document.activeElement).toBe(findByLabel(search, 'by number').element)
  })

  it('are named where nothing is found, with the way out', async () => {
    asked.mockImplementation(async ({ statusCode }) => ({ rows: statusCode ? [] : [anOrder()] }))
    const search = await openSearch()
    await choose(search, 'Status', 'Done')
    await choose(search, 'Payment', 'Paid')
    expect(search.text()).toContain('No orders found.')
    expect(search.text()).toContain('Filtered by “Status: Done · Payment: Paid”.')
    const [, clear] = findAllByRole(search, 'button').filter(({ element }) => /^Clear/.test(readText(element)))
    expect(readText(clear?.element)).toBe('Clear the filters')
    await clear?.trigger('click')
    await settle()
    expect(findAllByRole(search, 'row')).toHaveLength(1)
  })

  it('are counted on the button that unfolds them', async () => {
    const search = await openSearch()
    expect(readText(chip(search, 'Filters').element)).toBe('Filters')
    await choose(search, 'Status', 'Done')
    await choose(search, 'Date', 'Today')
    expect(readText(findAllByRole(search, 'button')[0]?.element)).toBe('Filters · 2')
    const [unfold] = findAllByRole(search, 'button')
    await unfold?.trigger('click')
    expect(unfold?.attributes('aria-expanded')).toBe('true')
  })

  it('do without the statuses where these cannot be read', async () => {
    const search = await openSearch(undefined, () => Promise.reject(aFailure()))
    expect(() => chip(search, 'Status')).toThrow()
    await choose(search, 'Payment', 'Paid')
    expect(() => chip(search, 'Status')).toThrow()
    expect(lastQuery()).toEqual({ isPaid: true })
  })
})
