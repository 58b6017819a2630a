import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useSlices } from '@/ui/grid/useSlices'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** A list of that many numbers, as it is rendered. */
function renderList(count: number) {
  const rows = ref(numbers(count))
  let reveal = (_count: number): void => {}
  const List = defineComponent(() => {
    const slices = useSlices(() => rows.value)
    reveal = slices.reveal
    return () => h('p', slices.rendered.value.join(' '))
  })
  const list = mount(List)
  const readCount = () => list.text().split(' ').length
  return { list, rows, readCount, reveal: (least: number) => reveal(least) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('renders what is in sight first, and the rest a few rows at a time', async () => {
  const { readCount } = renderList(30)
  const counts = [readCount()]
  while (vi.getTimerCount() > 0) {
    await vi.runOnlyPendingTimersAsync()
    counts.push(readCount())
  }
  expect(counts).toEqual([4, 8, 12, 16, 20, 24, 28, 30])
})

it('renders a short list at once', () => {
  const { readCount } = renderList(4)
  expect(readCount()).toBe(4)
  expect(vi.getTimerCount()).toBe(0)
})

it('goes on with rows that come later', async () => {
  const { rows, readCount } = renderList(12)
  rows.value = numbers(25)
  await vi.runAllTimersAsync()
  expect(readCount()).toBe(25)
})

it('renders at once what somebody goes to', async () => {
  const { list, readCount, reveal } = renderList(60)
  reveal(41)
  await list.vm.$nextTick()
  expect(readCount()).toBeGreaterThanOrEqual(41)
})

it('leaves nothing behind when the list goes', () => {
  const { list } = renderList(30)
  list.unmount()
  expect(vi.getTimerCount()).toBe(0)
})
