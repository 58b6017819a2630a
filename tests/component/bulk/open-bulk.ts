import type { VueWrapper } from '@vue/test-utils'
import type { PlanRow } from '@/domain/plan'
import type { StoredRun } from '@/domain/run'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { expect } from 'vitest'
import { nextTick } from 'vue'
import { orderId } from '@/domain/id'
import { useBulkStore } from '@/features/bulk/store/bulk-store'
import BulkSection from '@/pages/BulkSection.vue'
import { anOrder, anOwner, anOwnerRef } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { toldEngine } from '@tests/support/fake-run-engine'
import { instantClock } from '@tests/support/instant-clock'
import { mountWith } from '@tests/support/mount'

export const FROM = anOwner({ ref: anOwnerRef(12), title: 'Garden furniture' })
export const TO = anOwner({ ref: anOwnerRef(34), title: 'Office chairs' })

/** A row that moves an order from one deal to another unless told. */
export function aRow(id: number, changes: Partial<PlanRow> = {}): PlanRow {
  return {
    kind: 'move',
    orderId: orderId(id),
    order: anOrder({ id: orderId(id), number: `${1000 + id}` }),
    before: { kind: 'present', owner: FROM },
    after: { kind: 'present', owner: TO },
    notes: [],
    ...changes,
  }
}

export const rowsOf = (count: number): PlanRow[] => Array.from({ length: count }, (_, place) => aRow(place + 1))

interface OpenOptions {
  /** The rows of each plan that is made, the last ones again and again. */
  plans?: readonly (readonly PlanRow[])[]
  undone?: StoredRun
  portal?: PortalOverrides
  language?: 'en' | 'ru'
}

interface OpenedBulk {
  page: VueWrapper
  store: ReturnType<typeof useBulkStore>
  engine: ReturnType<typeof toldEngine>
  clock: ReturnType<typeof instantClock>
  /** Makes a plan, and waits for it. */
  plan: () => Promise<void>
  /** Makes a plan and starts it. */
  start: () => Promise<ReturnType<typeof toldEngine>['runs'][number]>
}

/** The screens of many changes, with an engine that the test tells what to do. */
export function openBulk({ plans = [rowsOf(3)], undone, portal, language = 'en' }: OpenOptions = {}): OpenedBulk {
  const clock = instantClock()
  const engine = toldEngine({ plans, ...(undone && { undone }), readAt: clock.now })
  const page = mountWith(BulkSection, {
    portal: fakePortal({
      owners: { read: () => Promise.resolve(new Map()) },
      ...portal,
    }),
    ...{ clock, engine, language },
  })
  const store = useBulkStore()

  async function plan(): Promise<void> {
    store.openPlan([])
    await eventually(() => expect(store.state.kind).toBe('plan'))
    await nextTick()
  }

  async function start() {
    await plan()
    await store.start()
    await nextTick()
    const run = engine.runs.at(-1)
    if (!run) throw new Error('Nothing was started')
    return run
  }

  return { page, store, engine, clock, plan, start }
}
