import type { OrderScan, ScanQuery, ScanStep } from '@/portal/order-queries'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { orderId } from '@/domain/id'
import SelectAll from '@/features/selection/SelectAll.vue'
import { useSelectionStore } from '@/features/selection/selection-store'
import { useSelectionTexts } from '@/i18n/later/selection-texts'
import { aFailure, anOrder } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByRole } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

const ordersFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, place) => anOrder({ id: orderId(first + place), number: String(first + place) }))

const aStep = (step: Partial<ScanStep>): ScanStep => ({
  ...{ found: [], owners: new Map(), untold: 0, lost: 0, looked: 0, total: 300, isDone: false },
  ...step,
})

/** The button over a portal that answers these steps, or refuses them. */
function openButton(steps: (ScanStep | Error)[], query = {}) {
  const asked = vi.fn<(query: ScanQuery) => void>()
  const scan = (wanted: ScanQuery): OrderScan => {
    asked(wanted)
    return {
      async next() {
        const step = steps.shift()
        if (step === undefined) return new Promise(() => undefined)
        if (step instanceof Error) throw step
        return step
      },
    }
  }
  const portal = fakePortal({ orders: { scan } })
  const button = mountWith(
    { components: { SelectAll }, setup: useSelectionTexts, template: '<SelectAll :list="list" />', props: ['list'] },
    { portal, props: { list: { kind: 'query', query, total: 300 } } },
  )
  return { button, asked, steps }
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await nextTick()
}

describe('"Select all"', () => {
  it('says how many there are, and ticks them with progress', async () => {
    const { button, asked, steps } = openButton([aStep({}), aStep({ found: ordersFrom(1, 200), looked: 200 })])
    await settle()
    await findByRole(button, 'button', 'Select all 300').trigger('click')
    await settle()
    expect(button.text()).toContain('Reading orders: 200 of 300, 200 selected')
    expect(asked.mock.calls).toEqual([[{ wanted: 'any' }]])
    expect(useSelectionStore().orders.size).toBe(200)
    expect(steps).toEqual([])
  })

  it('is gone when all are ticked', async () => {
    const { button } = openButton([aStep({ found: ordersFrom(1, 300), looked: 300, isDone: true })])
    await settle()
    await findByRole(button, 'button', 'Select all').trigger('click')
    await settle()
    expect(findAllByRole(button, 'button')).toEqual([])
  })

  it('keeps what is ticked when it is stopped', async () => {
    const { button } = openButton([aStep({ found: ordersFrom(1, 100), looked: 100 })])
    await settle()
    await findByRole(button, 'button', 'Select all').trigger('click')
    await settle()
    await findByRole(button, 'button', 'Stop').trigger('click')
    expect(useSelectionStore().orders.size).toBe(100)
    expect(findByRole(button, 'button', 'Select all 300').exists()).toBe(true)
  })

  it('says why not all could be read, and reads again', async () => {
    const { button, steps } = openButton([aStep({}), aFailure()])
    await settle()
    await findByRole(button, 'button', 'Select all').trigger('click')
    await settle()
    expect(findByRole(button, 'alert', '').text()).toContain('Not all orders could be read')
    steps.push(aStep({ found: ordersFrom(1, 300), isDone: true }))
    await findByRole(button, 'button', 'Try again').trigger('click')
    await settle()
    expect(useSelectionStore().orders.size).toBe(300)
  })

  it('ticks no more than 20,000', async () => {
    const { button, steps } = openButton([
      aStep({ found: ordersFrom(1, 19_990) }),
      aStep({ found: ordersFrom(30_000, 50) }),
    ])
    steps.push(aStep({ found: ordersFrom(50_000, 50) }))
    await settle()
    await findByRole(button, 'button', 'Select all').trigger('click')
    await settle()
    expect(useSelectionStore().orders.size).toBe(20_000)
    expect(button.text()).toContain('At most 20,000 can be selected at once.')
    expect(steps).toHaveLength(1)
  })

  it('stops when something else is looked for', async () => {
    const { button } = openButton([aStep({ found: ordersFrom(1, 100), looked: 100 })])
    await settle()
    await findByRole(button, 'button', 'Select all').trigger('click')
    await settle()
    await button.setProps({ list: { kind: 'query', query: { isPaid: true } } })
    await settle()
    expect(button.text()).not.toContain('Reading')
  })
})
