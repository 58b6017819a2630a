import type { OrderSuggestions } from '@/domain/suggested-orders'
import type { OwnerSuggestions } from '@/domain/suggested-owners'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { orderId, ownerTypeId } from '@/domain/id'
import { DEFAULT_SETTINGS } from '@/domain/settings'
import { useOrderSuggestions } from '@/features/order-search/useOrderSuggestions'
import { useOwnerSuggestions } from '@/features/owner-search/useOwnerSuggestions'
import { aFailure, anOrder, anOwner, anOwnerRef } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { mountWith } from '@tests/support/mount'

const ORDERS: OrderSuggestions[] = [{ kind: 'recent', rows: [{ order: anOrder(), reasons: [] }], hasMore: false }]
const HERE = anOwnerRef(12)
const OWNERS: OwnerSuggestions[] = [
  {
    kind: 'suggested',
    rows: [12, 13].map((id) => ({ owner: anOwner({ ref: anOwnerRef(id) }), reasons: [] })),
    hasMore: false,
  },
  { kind: 'recent', rows: [{ owner: anOwner({ ref: HERE }), reasons: [] }], hasMore: false },
  { kind: 'twins', rows: [{ owner: anOwner({ ref: HERE }), reasons: [{ kind: 'own-twin' }] }], hasMore: false },
]

/** Runs what waits for the first paint. */
async function paint(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  await flushPromises()
}

/** Uses a composable as a component does. */
function mountUse<Used>(use: () => Used, overrides: PortalOverrides) {
  const used: Used[] = []
  const Host = defineComponent(() => {
    used.push(use())
    return () => h('div')
  })
  mountWith(Host, { portal: fakePortal(overrides) })
  const [first] = used
  if (!first) throw new Error('Nothing was mounted.')
  return first
}

describe('suggested orders', () => {
  it('are asked for after the first paint, and not before', async () => {
    const suggestFor = vi.fn(() => Promise.resolve(ORDERS))
    const { state } = mountUse(() => useOrderSuggestions(() => HERE, { suggest: suggestFor }), {})
    await flushPromises()
    expect([state.value, suggestFor.mock.calls]).toEqual([{ kind: 'pending' }, []])
    await paint()
    expect(state.value).toEqual({ kind: 'ready', groups: ORDERS })
    expect(suggestFor.mock.calls).toEqual([[HERE]])
  })

  it('are not asked for where they are switched off', async () => {
    const suggestFor = vi.fn(() => Promise.resolve(ORDERS))
    const settings = { read: () => ({ ...DEFAULT_SETTINGS, suggests: false }) }
    const { state } = mountUse(() => useOrderSuggestions(() => HERE, { suggest: suggestFor }), { settings })
    await paint()
    expect([state.value, suggestFor.mock.calls]).toEqual([{ kind: 'off' }, []])
  })

  it('wait for an owner', async () => {
    const owner = ref<typeof HERE>()
    const { state } = mountUse(() => useOrderSuggestions(() => owner.value, { suggest: async () => ORDERS }), {})
    await paint()
    expect(state.value).toEqual({ kind: 'off' })
    owner.value = HERE
    await paint()
    expect(state.value.kind).toBe('ready')
  })

  it('are read again after a change of this page; the old ones stay until then', async () => {
    const changes = ref(0)
    const answers = [ORDERS, []]
    const suggestFor = vi.fn(() => Promise.resolve(answers.shift() ?? []))
    const source = { suggest: suggestFor, changes: () => changes.value }
    const { state } = mountUse(() => useOrderSuggestions(() => HERE, source), {})
    await paint()
    changes.value += 1
    expect(state.value).toEqual({ kind: 'ready', groups: ORDERS })
    await paint()
    expect(state.value).toEqual({ kind: 'ready', groups: [] })
    expect(suggestFor).toHaveBeenCalledTimes(2)
  })

  it('say what is wrong, and come after another try', async () => {
    const failure = aFailure()
    const suggestFor = vi.fn(() => Promise.resolve(ORDERS)).mockRejectedValueOnce(failure)
    const { state, retry } = mountUse(() => useOrderSuggestions(() => HERE, { suggest: suggestFor }), {})
    await paint()
    expect(state.value).toEqual({ kind: 'failed', failure })
    await retry()
    expect(state.value.kind).toBe('ready')
  })
})

describe('suggested owners', () => {
  it('leave the present owner out, but where it is a twin', async () => {
    const suggestFor = vi.fn(() => Promise.resolve(OWNERS))
    const wanted = { orderId: orderId(42), typeId: ownerTypeId(2), current: HERE }
    const { state } = mountUse(() => useOwnerSuggestions(() => wanted), { owners: { suggestFor } })
    await paint()
    expect(suggestFor.mock.calls).toEqual([[42, 2]])
    expect(state.value).toMatchObject({
      kind: 'ready',
      groups: [
        { kind: 'suggested', rows: [{ owner: { ref: { id: 13 } } }] },
        { kind: 'twins', rows: [{ owner: { ref: { id: 12 } } }] },
      ],
    })
  })

  it('stay whole where the order has no owner', async () => {
    const wanted = { orderId: orderId(42), typeId: ownerTypeId(2), current: null }
    const { state } = mountUse(() => useOwnerSuggestions(() => wanted), {
      owners: { suggestFor: () => Promise.resolve(OWNERS) },
    })
    await paint()
    expect(state.value).toEqual({ kind: 'ready', groups: OWNERS })
  })
})
