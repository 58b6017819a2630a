import type { VueWrapper } from '@vue/test-utils'
import type { Order, OrderStub } from '@/domain/order'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { orderId } from '@/domain/id'
import OrderRow from '@/features/order-search/OrderRow.vue'
import OrderSearch from '@/features/order-search/OrderSearch.vue'
import { anOrder, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { COLUMNS } from '@tests/support/order-rows'

const orderNumber = (id: number, number = String(1000 + id)) => anOrder({ id: orderId(id), number })

/** A search whose rows tell when Enter means them. */
async function openSearch(find: (text?: string) => Order[]) {
  const act = vi.fn<(id: number) => void>()
  const portal = fakePortal({
    ownerTypes: { read: async () => [anOwnerType()] },
    orders: { find: async ({ text }) => ({ rows: find(text) }) },
  })
  const toRow = ({ order }: { order: Order | OrderStub }) =>
    h(OrderRow, { order, columns: COLUMNS, owner: null, onAct: () => act(order.id) })
  const props = { columns: COLUMNS }
  const search = mountWith(OrderSearch, { portal, props, slots: { default: toRow } })
  await vi.advanceTimersByTimeAsync(0)
  return { search, act }
}

async function press(search: VueWrapper, ...keys: string[]): Promise<void> {
  for (const key of keys) await search.find('input').trigger('keydown', { key })
}

async function type(search: VueWrapper, text: string): Promise<void> {
  await search.find('input').setValue(text)
  await vi.advanceTimersByTimeAsync(300)
}

/** The row that has the ring, as assistive technology is told of it. */
function readActive(search: VueWrapper): string | undefined {
  const id = search.find('input').attributes('aria-activedescendant')
  const [row] = findAllByRole(search, 'row').filter(({ element }) => element.id === id)
  expect(findAllByRole(search, 'row').filter((one) => one.attributes('aria-selected') === 'true')).toHaveLength(
    row ? 1 : 0,
  )
  return /Order (\d+)/.exec(readText(row?.element))?.[1]
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('OrderSearch by the keyboard', () => {
  it('moves through the rows while the focus stays in the field', async () => {
    const { search, act } = await openSearch(() => [orderNumber(3), orderNumber(2), orderNumber(1)])
    search.find('input').element.focus()
    const seen = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await press(search, key)
      seen.push(readActive(search))
    }
    expect(seen).toEqual(['1003', '1002', '1003', '1001'])
    expect(document.activeElement).toBe(search.find('input').element)
    await press(search, 'Enter')
    expect(act.mock.calls).toEqual([[1]])
  })

  it('means nothing by Enter until a row is chosen', async () => {
    const { search, act } = await openSearch(() => [orderNumber(3), orderNumber(2)])
    await press(search, 'Enter')
    expect([readActive(search), act.mock.calls]).toEqual([undefined, []])
  })

  it('means nothing by a key that is held down', async () => {
    const { search, act } = await openSearch(() => [orderNumber(3)])
    await press(search, 'ArrowDown')
    await search.find('input').trigger('keydown', { key: 'Enter', repeat: true })
    expect(act).not.toHaveBeenCalled()
  })

  it.each([
    { why: 'the only one', found: [orderNumber(7)], text: '100', active: '1007' },
    { why: 'called what was typed', found: [orderNumber(7), orderNumber(8, '11007')], text: '1007', active: '1007' },
    { why: 'one of several that hold it', found: [orderNumber(7), orderNumber(8)], text: '100', active: undefined },
  ])('acts on a hit that is $why', async ({ found, text, active }) => {
    const { search, act } = await openSearch((typed) => (typed ? found : [orderNumber(1), orderNumber(2)]))
    await type(search, text)
    await press(search, 'Enter')
    expect([readActive(search), act.mock.calls]).toEqual([active, active ? [[7]] : []])
  })

  it('does nothing by Enter while the rows answer what stood there before', async () => {
    const { search, act } = await openSearch(() => [orderNumber(3)])
    await press(search, 'ArrowDown')
    await search.find('input').setValue('1002')
    await press(search, 'Enter')
    expect(act).not.toHaveBeenCalled()
  })

  it('forgets for another text which row was chosen', async () => {
    const { search } = await openSearch(() => [orderNumber(3), orderNumber(2)])
    await press(search, 'ArrowDown')
    await type(search, '100')
    expect(readActive(search)).toBeUndefined()
  })

  it('leaves the keys to an input method that composes a word', async () => {
    const { search, act } = await openSearch(() => [orderNumber(3)])
    await press(search, 'ArrowDown')
    await search.find('input').trigger('keydown', { key: 'Enter', isComposing: true })
    expect(act).not.toHaveBeenCalled()
  })

  it('takes back the text by Escape, and leaves the next Escape to what is around', async () => {
    const { search } = await openSearch(() => [orderNumber(3)])
    const closed = vi.fn()
    search.element.parentElement?.addEventListener('keydown', closed)
    await type(search, '1003')
    await press(search, 'Escape')
    expect([search.find('input').element.value, closed.mock.calls.length]).toEqual(['', 0])
    await press(search, 'Escape')
    expect(closed).toHaveBeenCalledTimes(1)
  })
})
