import type { VueWrapper } from '@vue/test-utils'
import type { ComponentPublicInstance } from 'vue'
import type { OrderId } from '@/domain/id'
import type { ScanStep, ScanQuery } from '@/portal/order-queries'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { orderId } from '@/domain/id'
import OrderSearch from '@/features/order-search/OrderSearch.vue'
import { aFailure, anOrder, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { COLUMNS, orderRows } from '@tests/support/order-rows'

type Search = VueWrapper<ComponentPublicInstance>

/** The steps that wait for their answers, oldest first. */
let waiting: { resolve: (step: ScanStep) => void; reject: (error: unknown) => void }[]
const begun = vi.fn<(query: ScanQuery) => void>()
const find = vi.fn(async () => ({ rows: [anOrder({ id: orderId(7) })] }))

const aStep = (step: Partial<ScanStep> = {}): ScanStep => ({
  found: [],
  owners: new Map(),
  untold: 0,
  lost: 0,
  looked: 0,
  total: 20_000,
  until: { at: Date.parse('2026-03-03T10:00:00Z'), offset: 0 },
  isDone: false,
  ...step,
})
const orders = (...ids: number[]) => ids.map((id) => anOrder({ id: orderId(id), number: String(1000 + id) }))

async function settle(): Promise<void> {
  await vi.dynamicImportSettled()
  await vi.advanceTimersByTimeAsync(0)
}

async function answer(step: Partial<ScanStep>): Promise<void> {
  waiting.shift()?.resolve(aStep(step))
  await settle()
}

/** The search, with the orders without a deal being looked for. */
async function openScan(before?: (search: Search) => Promise<void>): Promise<Search> {
  const portal = fakePortal({
    ownerTypes: { read: async () => [anOwnerType()] },
    orders: {
      find,
      readStatuses: async () => [{ code: 'F', name: 'Done' }],
      scan(query) {
        begun(query)
        return { next: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })) }
      },
    },
  })
  const search = mountWith(OrderSearch, { portal, props: { columns: COLUMNS }, slots: orderRows })
  await settle()
  await before?.(search)
  await choose(search, 'Belongs to', 'Without a deal')
  return search
}

async function press(search: Search, name: string): Promise<void> {
  await findByRole(search, 'button', name).trigger('click')
  await settle()
}

async function choose(search: Search, name: string, option: string): Promise<void> {
  await findByRole(search, 'button', name).trigger('click')
  await settle()
  await findByRole(search, 'option', option).trigger('click')
  await settle()
}

const readRows = (search: Search) =>
  findAllByRole(search, 'row').map(({ element }) => readText(element).slice(0, 'Order 1500'.length))
const shownIds = (search: Search) => search.emitted<[OrderId[]]>('shown')?.at(-1)?.[0]
const share = (search: Search) => search.find('[role=progressbar]').attributes('aria-valuenow')

beforeEach(() => {
  vi.useFakeTimers()
  waiting = []
  begun.mockClear()
  find.mockClear()
})
afterEach(() => void vi.useRealTimers())

describe('the search for orders without an owner', () => {
  it('shows how far it looked, and rows while it goes', async () => {
    const search = await openScan()
    expect(search.text()).toContain('Counting the orders…')
    await answer({})
    await answer({ looked: 2_450, found: orders(500, 400) })
    expect(search.text()).toContain('Looked at 2,450 of 20,000 orders, back to Mar 3, 2026: 2 found')
    expect(readRows(search)).toEqual(['Order 1500', 'Order 1400'])
    await answer({ looked: 4_900, found: orders(300) })
    expect(search.text()).toContain('Looked at 4,900 of 20,000 orders, back to Mar 3, 2026: 3 found')
    expect(share(search)).toBe('24')
    expect(readRows(search)).toEqual(['Order 1500', 'Order 1400', 'Order 1300'])
    expect(shownIds(search)).toEqual([500, 400, 300])
  })

  it('ends when everything was looked at', async () => {
    const search = await openScan()
    await answer({})
    await answer({ looked: 20_000, found: orders(500), until: undefined, isDone: true })
    expect(search.text()).toContain('All 20,000 orders looked at: 1 found')
    expect(share(search)).toBe('100')
    expect(search.text()).not.toContain('Stop')
    expect(waiting).toEqual([])
  })

  it('stops, keeps what it found, and goes on from there', async () => {
    const search = await openScan()
    await answer({})
    await press(search, 'Stop')
    await answer({ looked: 2_450, found: orders(500) })
    expect(readRows(search)).toEqual(['Order 1500'])
    expect(waiting).toEqual([])
    await press(search, 'Go on')
    expect(waiting).toHaveLength(1)
    await answer({ looked: 4_900, found: orders(300) })
    expect(readRows(search)).toEqual(['Order 1500', 'Order 1300'])
    expect(begun).toHaveBeenCalledTimes(1)
  })

  it('takes one step at a time though it is stopped and told to go on meanwhile', async () => {
    const search = await openScan()
    await press(search, 'Stop')
    await press(search, 'Go on')
    expect(waiting).toHaveLength(1)
    await answer({})
    expect(waiting).toHaveLength(1)
  })

  it('keeps what it found where a step fails, and offers to go on', async () => {
    const search = await openScan()
    await answer({})
    await answer({ looked: 2_450, found: orders(500) })
    waiting.shift()?.reject(aFailure())
    await settle()
    expect(readText(findByRole(search, 'alert', '').element)).toContain('Not all orders were looked at: the connection')
    expect(readRows(search)).toEqual(['Order 1500'])
    expect(search.text()).toContain('Looked at 2,450 of 20,000')
    await press(search, 'Go on')
    expect(findAllByRole(search, 'alert')).toEqual([])
    await answer({ looked: 4_900, found: orders(300) })
    expect(readRows(search)).toEqual(['Order 1500', 'Order 1300'])
  })

  it('says that every order belongs somewhere where none was found', async () => {
    const search = await openScan()
    await answer({ isDone: true })
    expect(search.text()).toContain('All 20,000 orders looked at: 0 found')
    expect(search.text()).toContain('Every order belongs somewhere')
    expect(search.text()).not.toContain('Filtered by')
  })

  it('is narrowed by the other filters, and begins anew with others', async () => {
    const search = await openScan((opened) => choose(opened, 'Payment', 'Not paid'))
    expect(begun.mock.calls).toEqual([[{ wanted: 'without-owner', isPaid: false }]])
    await answer({})
    await answer({ looked: 2_450, found: orders(500) })
    await choose(search, 'Status', 'Done')
    expect(begun).toHaveBeenLastCalledWith({ wanted: 'without-owner', statusCode: 'F', isPaid: false })
    expect(readRows(search)).toEqual([])
    // The step of the former search that was under way is nobody's any more.
    await answer({ looked: 4_900, found: orders(300) })
    expect(readRows(search)).toEqual([])
    await answer({ isDone: true })
    expect(search.text()).toContain('Filtered by “Status: Done · Payment: Not paid”.')
  })

  it('puts away what was typed, and gives way to what is typed', async () => {
    const search = await openScan(async (opened) => {
      await findByLabel(opened, 'by number').setValue('1042')
      await vi.advanceTimersByTimeAsync(300)
    })
    expect(findByLabel(search, 'by number').element.value).toBe('')
    expect(begun.mock.calls).toEqual([[{ wanted: 'without-owner' }]])
    await answer({})
    await vi.advanceTimersByTimeAsync(300)
    expect(begun).toHaveBeenCalledTimes(1)
    await findByLabel(search, 'by number').setValue('10')
    await vi.advanceTimersByTimeAsync(300)
    expect(readText(findByRole(search, 'button', 'Belongs to').element)).toBe('Belongs to')
    expect(find).toHaveBeenLastCalledWith({ text: '10', cursor: undefined })
    expect(readRows(search)).toEqual(['Order 1042'])
    await answer({ found: orders(500) })
    expect(waiting).toEqual([])
  })

  it('asks for nothing else while it goes, and for nothing when the search is closed', async () => {
    const search = await openScan()
    expect(find).toHaveBeenCalledTimes(1)
    await answer({})
    expect(find).toHaveBeenCalledTimes(1)
    search.unmount()
    await answer({})
    expect(waiting).toEqual([])
  })

  it('shows twenty of many at a time', async () => {
    const search = await openScan()
    await answer({})
    await answer({ looked: 2_450, found: orders(...Array.from({ length: 45 }, (_, place) => 500 - place)) })
    await vi.waitFor(() => expect(readRows(search)).toHaveLength(20))
    await press(search, 'Show more')
    await press(search, 'Show more')
    await vi.waitFor(() => expect(readRows(search)).toHaveLength(45))
    expect(search.text()).not.toContain('Show more')
  })

  it('says how many rows it could not show', async () => {
    const search = await openScan()
    await answer({})
    await answer({ looked: 2_450, found: orders(500), lost: 2 })
    expect(search.text()).toContain('2 of them are not shown')
  })

  it('has its rows driven by the search box', async () => {
    const search = await openScan()
    await answer({})
    await answer({ looked: 2_450, found: orders(500, 400) })
    const box = findByLabel(search, 'by number')
    await box.trigger('keydown', { key: 'ArrowDown' })
    await box.trigger('keydown', { key: 'ArrowDown' })
    expect(document.getElementById(box.attributes('aria-activedescendant') ?? '')).toBe(
      findAllByRole(search, 'row')[1]?.element,
    )
  })
})
