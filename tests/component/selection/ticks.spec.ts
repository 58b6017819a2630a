import type { VueWrapper } from '@vue/test-utils'
import type { ComponentPublicInstance } from 'vue'
import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { orderId } from '@/domain/id'
import OrderList from '@/features/order-search/OrderList.vue'
import OrderRow from '@/features/order-search/OrderRow.vue'
import { useSelectionStore } from '@/features/selection/selection-store'
import { anOrder } from '@tests/support/builders'
import { findByLabel } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { COLUMNS } from '@tests/support/order-rows'

type List = VueWrapper<ComponentPublicInstance>

const rows = [1, 2, 3, 4, 5].map((id) => anOrder({ id: orderId(id), number: `10${id}` }))

async function openList(ticks: 'held' | 'shown' = 'shown', mayTick?: (id: OrderId) => boolean): Promise<List> {
  const columns = { ...COLUMNS, ticks }
  const list = mountWith(OrderList, {
    props: { rows, columns, ...(mayTick && { mayTick }) },
    slots: { default: ({ order }: { order: Order | OrderStub }) => h(OrderRow, { order, columns, owner: null }) },
  })
  await vi.dynamicImportSettled()
  return list
}

const ticked = () => [...useSelectionStore().orders.keys()]
const boxOf = (list: List, number: string) => findByLabel(list, `Select order ${number}`)
const headOf = (list: List) => findByLabel(list, 'Select all')

describe('ticks', () => {
  it('tick an order, and take its tick away', async () => {
    const list = await openList()
    await boxOf(list, '102').trigger('click')
    expect(ticked()).toEqual([2])
    await boxOf(list, '102').trigger('click')
    expect(ticked()).toEqual([])
  })

  it.each([
    { from: '102', to: '104', expected: [2, 3, 4] },
    { from: '104', to: '102', expected: [4, 2, 3] },
    { from: '103', to: '103', expected: [] },
  ])('tick a range from $from to $to', async ({ from, to, expected }) => {
    const list = await openList()
    await boxOf(list, from).trigger('click')
    await boxOf(list, to).trigger('click', { shiftKey: true })
    expect(ticked()).toEqual(expected)
  })

  it('take the ticks of a range away where its last one was ticked', async () => {
    const list = await openList()
    await headOf(list).trigger('click')
    await boxOf(list, '102').trigger('click')
    await boxOf(list, '104').trigger('click', { shiftKey: true })
    expect(ticked()).toEqual([1, 5])
  })

  it('tick one where nothing was ticked before', async () => {
    const list = await openList()
    await boxOf(list, '104').trigger('click', { shiftKey: true })
    expect(ticked()).toEqual([4])
  })

  it('take a range from the key that was held down with Space', async () => {
    const list = await openList()
    await boxOf(list, '102').trigger('click')
    await boxOf(list, '103').trigger('keydown', { key: ' ', shiftKey: true })
    await boxOf(list, '103').trigger('click')
    expect(ticked()).toEqual([2, 3])
  })

  it('are set by Space on the row, but not by Space in something of the row', async () => {
    const list = await openList()
    await list.findAll('tr[data-row]')[1]?.trigger('keydown', { key: ' ' })
    await list.findAll('tr[data-row]')[3]?.trigger('keydown', { key: ' ', shiftKey: true })
    expect(ticked()).toEqual([2, 3, 4])
    await list.findAll('tr[data-row] button')[0]?.trigger('keydown', { key: ' ' })
    expect(ticked()).toEqual([2, 3, 4])
  })

  it('are gone through by the arrow keys', async () => {
    const list = await openList()
    boxOf(list, '101').element.focus()
    await boxOf(list, '101').trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(boxOf(list, '102').element)
    await boxOf(list, '102').trigger('keydown', { key: 'ArrowUp' })
    expect(document.activeElement).toBe(boxOf(list, '101').element)
  })

  it('are set together by the head, which says when it is some of them', async () => {
    const list = await openList()
    await boxOf(list, '102').trigger('click')
    expect(headOf(list).element.indeterminate).toBe(true)
    await headOf(list).trigger('click')
    expect(ticked()).toHaveLength(5)
    expect(headOf(list).element).toMatchObject({ checked: true, indeterminate: false })
    await headOf(list).trigger('click')
    expect(ticked()).toEqual([])
  })

  it('leave out rows that cannot be ticked', async () => {
    const list = await openList('shown', (id) => id !== 3)
    await headOf(list).trigger('click')
    expect(ticked()).toEqual([1, 2, 4, 5])
    expect(headOf(list).element.checked).toBe(true)
  })

  it('stay away, with their room kept, until it is known who may change something', async () => {
    const list = await openList('held')
    expect(list.findAll('input')).toEqual([])
    expect(list.findAll('thead th')).toHaveLength(8)
  })

  it('colour the row', async () => {
    const list = await openList()
    await boxOf(list, '102').trigger('click')
    const coloured = list.findAll('tr[data-row]').map((row) => row.classes('bg-selected'))
    expect(coloured).toEqual([false, true, false, false, false])
  })
})
