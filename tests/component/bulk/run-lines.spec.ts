import type { StoredRun } from '@/domain/run'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { orderId } from '@/domain/id'
import RunLines from '@/features/bulk/cut-off/RunLines.vue'
import { useBulkStore } from '@/features/bulk/store/bulk-store'
import { aFailure, anOwnerRef } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { toldEngine } from '@tests/support/fake-run-engine'
import { findByRole, readText } from '@tests/support/find'
import { instantClock } from '@tests/support/instant-clock'
import { mountWith } from '@tests/support/mount'
import { click, waitForText } from '@tests/support/tab-steps'
import { rowsOf } from './open-bulk'

const NOW = Date.UTC(2026, 10, 2, 14)
const DONE = { kind: 'done', replaced: { kind: 'as-planned' } } as const
const ago = (seconds: number) => ({ at: NOW - seconds * 1000, offset: 0 })

/** A run of three orders that Anna began, of which one is done. */
function aStoredRun(changes: Partial<StoredRun> = {}): StoredRun {
  const plan = [1, 2, 3].map((id) => ({ orderId: orderId(id), expected: null, after: anOwnerRef(34) }))
  return {
    ...{ id: 'runrunrunrun0001', rows: 3, by: 4, at: ago(300), isAltered: false, plan },
    states: [DONE, { kind: 'open' }, { kind: 'waiting' }],
    newest: { seq: 3, engine: 'theirs', at: ago(120), by: 4, opens: [1] },
    ...changes,
  }
}

function show(runs: readonly StoredRun[], overrides: PortalOverrides = {}) {
  const engine = toldEngine({ plans: [rowsOf(2)] })
  const asked: string[] = []
  const portal = fakePortal({
    journal: { readState: () => Promise.resolve({ kind: 'ready' }), readTime: () => Promise.resolve(NOW) },
    runs: {
      findOpen: () => Promise.resolve([...runs]),
      async read(id) {
        asked.push(id)
        return runs.find((run) => run.id === id)
      },
    },
    people: { readNames: () => Promise.resolve(new Map([[4, 'Anna Castellori']])) },
    ...overrides,
  })
  const page = mountWith(RunLines, { portal, engine, clock: instantClock(), props: { isShown: false } })
  return { page, engine, asked, store: useBulkStore() }
}

describe('the lines about runs', () => {
  it('offers a run that was cut off: whose, when it was last heard of, how much is left', async () => {
    const { page } = show([aStoredRun()])
    await waitForText(page, /Anna Castellori’s run of 3 orders stopped on Nov 2, 2026, 1:58\sPM: 2 left\./)
    for (const name of ['Leave', 'Undo…', 'Go on…']) findByRole(page, 'button', name)
  })

  it('goes on by a plan of what is left, each order where the run expects it', async () => {
    const { page, engine, store } = show([aStoredRun()])
    await eventually(() => findByRole(page, 'button', 'Go on…'))
    await click(page, 'Go on…')
    await eventually(() => expect(store.state.kind).toBe('plan'))
    const wish = { kind: 'wish', after: anOwnerRef(34), from: null }
    expect(engine.planned).toEqual([[2, 3].map((id) => ({ ...wish, orderId: id }))])
    expect(engine.runs).toHaveLength(0)
    expect(readText(page.element)).not.toContain('Anna')
    await store.start()
    expect(engine.runs[0]?.rows).toHaveLength(3)
  })

  it.each([
    { seconds: 30, isGoing: true },
    { seconds: 64, isGoing: true },
    { seconds: 66, isGoing: false },
  ])('calls a run that was heard of $seconds s ago going on: $isGoing', async ({ seconds, isGoing }) => {
    const newest = { seq: 3, engine: 'theirs', at: ago(seconds), by: 4, opens: [] }
    const { page } = show([aStoredRun({ newest })])
    await waitForText(page, isGoing ? /is going on: 2 left\. Wait for it/ : /stopped on/)
    findByRole(page, 'button', isGoing ? 'Go on all the same…' : 'Go on…')
  })

  it('goes by the plan of a run that has no step yet', async () => {
    const run = aStoredRun()
    delete run.newest
    await waitForText(show([run]).page, /stopped on Nov 2, 2026, 1:55/)
  })

  it('offers the others where one of them cannot be read', async () => {
    const [broken, whole] = [aStoredRun({ id: 'broken' }), aStoredRun()]
    const runs = {
      findOpen: () => Promise.resolve([broken, whole]),
      read: (id: string) => (id === 'broken' ? Promise.reject(aFailure()) : Promise.resolve(whole)),
    }
    await waitForText(show([], { runs }).page, /Anna Castellori’s run of 3 orders stopped on/)
  })

  it('says that it was an undoing', async () => {
    await waitForText(show([aStoredRun({ undoes: 'another' })]).page, 'Anna Castellori’s undoing of 3 orders')
  })

  it('leaves a run until the page is opened anew', async () => {
    const { page } = show([aStoredRun()])
    await eventually(() => findByRole(page, 'button', 'Leave'))
    await click(page, 'Leave')
    expect(readText(document.body)).toBe('')
  })

  it.each<{ name: string; runs: StoredRun[]; portal?: PortalOverrides }>([
    { name: 'nothing is left of it', runs: [aStoredRun({ states: [DONE, DONE, DONE] })] },
    { name: 'it has an end', runs: [aStoredRun({ ending: 'stopped' })] },
    { name: 'there is none', runs: [] },
    {
      name: 'the journal cannot be read',
      runs: [aStoredRun()],
      portal: { runs: { findOpen: () => Promise.reject(aFailure()) } },
    },
    { name: 'there is no journal', runs: [aStoredRun()], portal: { journal: {} } },
  ])('says nothing where $name', async ({ runs, portal }) => {
    show(runs, portal)
    for (let turn = 0; turn < 10; turn += 1) await nextTick()
    expect(readText(document.body)).toBe('')
  })

  it('tells elsewhere on the page that a run goes on, and leads to it', async () => {
    const { page, store, engine } = show([])
    store.openPlan([])
    await eventually(() => expect(store.state.kind).toBe('plan'))
    await store.start()
    engine.runs[0]?.set({ 0: DONE })
    await waitForText(page, 'A run is going on: 1 of 2. Leave this tab open.')
    await click(page, 'Show the run')
    expect(page.emitted('show')).toHaveLength(1)
    engine.runs[0]?.does({ kind: 'paused', why: 'asked' })
    await waitForText(page, 'A run is paused: 1 of 2.')
    await page.setProps({ isShown: true })
    expect(readText(document.body)).toBe('')
  })
})
