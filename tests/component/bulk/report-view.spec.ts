import type { RunResult } from '@/binding/runs/live-run'
import type { PlanRow } from '@/domain/plan'
import type { RowState } from '@/domain/run'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { describe, expect, it } from 'vitest'
import { PortalFailure } from '@/domain/failure'
import { ownerKey } from '@/domain/owner'
import { aFailure, anOwner, anOwnerRef } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { click, waitForText } from '@tests/support/tab-steps'
import { aRow, FROM, openBulk, rowsOf, TO } from './open-bulk'

type Page = ReturnType<typeof openBulk>['page']

const DONE: RowState = { kind: 'done', replaced: { kind: 'as-planned' } }
const FINISHED: RunResult = { kind: 'finished', isKept: true }
const THEIRS = anOwner({ ref: anOwnerRef(77), title: 'Wholesale planters' })
const listed = (page: Page) => findAllByRole(page, 'row').map(({ element }) => readText(element))

interface End {
  rows?: readonly PlanRow[]
  states: Record<number, RowState>
  result?: RunResult
  portal?: PortalOverrides
}

/** A run that has ended so. */
async function openReport({ rows = rowsOf(3), states, result = FINISHED, portal }: End) {
  const opened = openBulk({ plans: [rows], portal: { owners: { read: readOwners }, ...portal } })
  const run = await opened.start()
  run.set(states)
  await opened.clock.wait(252_000)
  await run.ends(result)
  await eventually(() => expect(opened.store.state.kind).toBe('report'))
  return { ...opened, run }
}

async function readOwners() {
  return new Map([FROM, TO, THEIRS].map((owner) => [ownerKey(owner.ref), { kind: 'present' as const, owner }]))
}

describe('the report', () => {
  it('says how many of how many are done, and how long it took', async () => {
    const { page } = await openReport({ states: { 0: DONE, 1: DONE, 2: { kind: 'already-so' } } })
    await waitForText(page, /Done ?· 3 of 3 ?in 4 min 12 s/)
    await waitForText(page, /All ?3 ?Moved ?2 ?Already there ?1/)
    expect(listed(page)).toHaveLength(3)
  })

  it('opens on what needs a person', async () => {
    const { page } = await openReport({
      states: { 0: DONE, 1: { kind: 'not-done', code: 'ERROR_LOCKED' }, 2: { kind: 'left-alone', now: THEIRS.ref } },
    })
    await waitForText(page, 'Now in Wholesale planters')
    expect(findByRole(page, 'button', 'Needs you').attributes('aria-pressed')).toBe('true')
    const rows = listed(page)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/1002.*Not done.*ERROR_LOCKED.*Try again…/)
    expect(rows[1]).toMatch(/1003.*Changed meanwhile, left alone.*Decide…/)
  })

  it.each<{ state: RowState; text: RegExp; filter: string }>([
    {
      state: { kind: 'done', replaced: { kind: 'newer', owner: THEIRS.ref } },
      text: /Moved ?It replaced Wholesale/,
      filter: 'Needs you',
    },
    {
      state: { kind: 'done', replaced: { kind: 'newer', owner: null } },
      text: /Somebody had detached it/,
      filter: 'Needs you',
    },
    {
      state: { kind: 'done', replaced: { kind: 'not-checked' } },
      text: /was not read once more/,
      filter: 'Done, not checked',
    },
    {
      state: { kind: 'overtaken', now: null, ours: 'written' },
      text: /at the same time ?It has no owner now/,
      filter: 'Needs you',
    },
    {
      state: { kind: 'overtaken', now: null, ours: 'written', replaced: THEIRS.ref },
      text: /It has no owner now\. It replaced Wholesale/,
      filter: 'Needs you',
    },
    {
      state: { kind: 'overtaken', now: null, ours: 'unknown', replaced: THEIRS.ref },
      text: /It has no owner now\. It may have replaced Wholesale/,
      filter: 'Needs you',
    },
    { state: { kind: 'order-gone' }, text: /The order is gone/, filter: 'Not possible' },
    { state: { kind: 'unknown' }, text: /Not known ?Neither the write nor/, filter: 'Needs you' },
    { state: { kind: 'open' }, text: /Not known ?The run ended before the portal answered/, filter: 'Needs you' },
    { state: { kind: 'waiting' }, text: /Not written ?The run ended before its turn/, filter: 'Not written' },
    { state: { kind: 'not-done', code: 'no-write-right' }, text: /Not done ?you may not change/i, filter: 'Needs you' },
  ])('names the end of a row and where it stands: $text', async ({ state, text, filter }) => {
    const { page } = await openReport({ rows: rowsOf(1), states: { 0: state } })
    await click(page, filter)
    await eventually(() => expect(listed(page)[0]).toMatch(text))
  })

  it('has a row for every line of the list, each under one kind', async () => {
    const { page } = await openReport({
      rows: [aRow(1), aRow(2, { kind: 'already-there' }), aRow(3, { kind: 'order-missing' }), aRow(4)],
      states: { 0: DONE, 1: { kind: 'not-done', code: 'X' } },
    })
    await waitForText(page, /All ?4 ?Needs you ?1 ?Moved ?1 ?Already there ?1 ?Not possible ?1/)
  })

  it('tells apart what a person had left out', async () => {
    const opened = openBulk({ plans: [rowsOf(2)] })
    await opened.plan()
    opened.store.tick([0], false)
    await opened.store.start()
    const [run] = opened.engine.runs
    run?.set({ 0: DONE })
    await run?.ends(FINISHED)
    await click(opened.page, 'Not written')
    await eventually(() => expect(listed(opened.page)).toEqual([expect.stringContaining('Left out by you')]))
  })

  it('tries again what can be, by a plan; giving that up leads back', async () => {
    const { page, engine, store } = await openReport({
      states: { 0: DONE, 1: { kind: 'not-done', code: 'X' }, 2: { kind: 'order-gone' } },
    })
    await click(page, 'Try again: 1…')
    await eventually(() => expect(store.state.kind).toBe('plan'))
    expect(engine.planned.at(-1)).toEqual([expect.objectContaining({ kind: 'wish', orderId: 2, after: TO.ref })])
    await waitForText(page, 'What was not done, once more.')
    await click(page, 'Cancel')
    await waitForText(page, 'Done')
    expect(store.state.kind).toBe('report')
  })

  it('takes the run back by a plan that says whose it was', async () => {
    const undone = {
      ...{ id: 'runrunrunrun0001', rows: 3, by: 4, at: { at: Date.UTC(2026, 10, 2, 9), offset: 0 }, isAltered: true },
      ...{ plan: [], states: [] },
    }
    const opened = openBulk({
      undone,
      portal: { people: { readNames: async () => new Map([[4, 'Anna Castellori']]) } },
    })
    const first = await opened.start()
    first.set({ 0: DONE })
    await first.ends(FINISHED)
    await eventually(() => findByRole(opened.page, 'button', 'Undo this run…'))
    await click(opened.page, 'Undo this run…')
    await waitForText(opened.page, /Plan to undo.*It takes back the run of Anna Castellori, Nov 2, 2026/)
    await waitForText(opened.page, 'Somebody has changed what was written down of this run')
    await click(opened.page, 'Start')
    await eventually(() => expect(opened.engine.runs.at(-1)?.undoes).toBe('runrunrunrun0001'))
  })

  it.each<{ result: RunResult; text: RegExp }>([
    {
      result: { kind: 'not-stored', failure: aFailure({ kind: 'no-storage' }) },
      text: /Broken off.*nothing was sent: this portal keeps nothing.*3 orders were not touched/,
    },
    {
      result: { kind: 'not-noted', failure: aFailure({ kind: 'not-noted' }) },
      text: /note .* was not stored, so nothing more was sent/,
    },
    { result: { kind: 'taken-over', by: 4 }, text: /Anna Castellori goes on with this run in another window/ },
    {
      result: { kind: 'no-right', failure: aFailure({ kind: 'no-write-right' }) },
      text: /You may not change.*3 orders were not touched/,
    },
    { result: { kind: 'held-elsewhere' }, text: /Another window of yours/ },
    { result: { kind: 'not-resumable', because: 'ended' }, text: /come to an end already/ },
    {
      result: { kind: 'failed', failure: aFailure({ kind: 'overload' }) },
      text: /The run has ended: the portal blocks all apps/,
    },
    { result: { kind: 'stopped', isKept: true }, text: /Stopped.*3 orders were not touched/ },
    { result: { kind: 'finished', isKept: false }, text: /could not be written down/ },
  ])('says why it ended: $result.kind', async ({ result, text }) => {
    const portal = { people: { readNames: async () => new Map([[4, 'Anna Castellori']]) } }
    const { page } = await openReport({ states: {}, result, portal })
    await waitForText(page, text)
  })

  it('looks for owners without orders at the click, and warns of deleting', async () => {
    const asked: string[] = []
    const { page } = await openReport({
      states: { 0: DONE, 1: DONE, 2: DONE },
      portal: {
        bindings: {
          async readOfOwner(owner) {
            asked.push(ownerKey(owner))
            return { rows: [], total: 0 }
          },
        },
      },
    })
    expect(asked).toEqual([])
    await click(page, 'Look now')
    await waitForText(page, /1 has no orders left:.*Deleting a deal.*Garden furniture/)
    expect(asked).toEqual([ownerKey(FROM.ref)])
  })

  it('counts owners that could not be looked at', async () => {
    const readOfOwner = () => Promise.reject(new PortalFailure({ kind: 'offline', changed: 'no' }))
    const { page } = await openReport({ states: { 0: DONE }, portal: { bindings: { readOfOwner } } })
    await click(page, 'Look now')
    await waitForText(page, /Each of them still has orders|1 could not be read/)
    await waitForText(page, '1 could not be read.')
  })
})
