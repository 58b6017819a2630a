import type { JournalQuery } from '@/portal/journal'
import type { FaultRule } from '@emulator/portal/fault'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { JOURNAL } from '@/portal/journal-text'
import { anOwnerRef } from '@tests/support/builders'
import { aDeal, aStep, openRuns } from '@tests/support/open-runs'
import { manyRows } from '@tests/support/run-rows'

const ADMINISTRATOR = 1
const STORE_ADMINISTRATOR = 4

/** The value, which is there. */
function there<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('There is nothing.')
  return value
}

/** A journal in which changes and runs come one after the other. */
function openJournal(faults: FaultRule[] = []) {
  const opened = openRuns({ user: STORE_ADMINISTRATOR, faults })
  const { local, portal, rows, run } = opened
  const row = there(rows[0])
  const owner = there(row.expected)

  async function change(id: string): Promise<void> {
    const note = { id, orderId: row.orderId, expected: row.expected, after: row.after }
    await portal.bindings.write({ orderId: note.orderId, after: note.after }, note.expected, { note })
    local.data.bindings.set(note.orderId, { ownerTypeId: owner.typeId, ownerId: owner.id })
  }

  const storeRun = (id: string) => portal.runs.store({ ...run, id })
  const find = async (query: JournalQuery = {}) => {
    const page = await portal.journal.find(query)
    return { ...page, ids: page.rows.map((one) => ('id' in one ? one.id : one.itemId)) }
  }

  /** Copies an item as often as needed; the ids say where the copies stand. */
  function copy(kind: 'change' | 'run', ids: readonly number[]): void {
    const item = opened.items(kind)[0]
    if (!item) throw new Error(`There is no ${kind}.`)
    for (const id of ids) {
      const KEY = `${kind}${id}`
      const values = { ...item.values, KEY, ...(kind === 'run' && { RUN: KEY }) }
      local.app.storages.get(JOURNAL)?.items.set(id, { ...item, id, values })
    }
  }

  return { ...opened, change, storeRun, find, copy }
}

const range = (first: number, count: number, step = 1) => Array.from({ length: count }, (_, n) => first + n * step)

describe('a page of the journal', () => {
  it('has runs and changes in one list, newest first, each with how it ended, by two requests', async () => {
    const { change, storeRun, find, runs, run, transport } = openJournal()
    await change('changeaaaa')
    await storeRun('runaaaa')
    await runs.addEnd(aStep({ runId: 'runaaaa' }), 'finished')
    await change('changebbbb')
    await runs.store({ ...run, id: 'runbbbb', undoes: 'runaaaa' })
    const before = transport.requests.length
    const { rows, ids, next } = await find()
    expect(transport.requests.length - before).toBe(2)
    expect([ids, next]).toEqual([['runbbbb', 'changebbbb', 'runaaaa', 'changeaaaa'], undefined])
    expect(rows[0]).toMatchObject({ rows: run.rows.length, undoes: 'runaaaa', by: STORE_ADMINISTRATOR })
    expect(rows[0]).not.toHaveProperty('ending')
    expect(rows[2]).toMatchObject({ ending: 'finished', isAltered: false })
  })

  it.each([
    ['many runs among more changes', range(10_001, 120), range(20_001, 30)],
    ['runs between the changes', range(10_001, 80, 10), range(10_005, 70, 10)],
    ['runs below all changes', range(20_001, 60), range(10_001, 60)],
    ['runs alone', [], range(10_001, 101)],
    ['just one page of each', range(10_001, 50, 2), range(10_002, 50, 2)],
    ['one more than a page', range(10_001, 51), []],
  ])('is followed by the next one with nothing left out and nothing twice: %s', async (_, changes, runs) => {
    const { change, storeRun, find, copy, local } = openJournal()
    await change('changeaaaa')
    await storeRun('runaaaa')
    copy('change', changes)
    copy('run', runs)
    const placed = [...changes.map((id) => [id, 'change']), ...runs.map((id) => [id, 'run'])] as [number, string][]
    const all = placed.toSorted(([one], [other]) => other - one).map(([id, kind]) => `${kind}${id}`)
    const found: (string | number)[] = []
    for (let cursor: JournalQuery['cursor'] | null = undefined; cursor !== null;) {
      const page = await find(cursor === undefined ? {} : { cursor })
      expect(page.ids.length).toBeLessThanOrEqual(50)
      found.push(...page.ids)
      cursor = page.next ?? null
    }
    expect(found.slice(0, all.length)).toEqual(all)
    expect(found.slice(all.length)).toEqual(['runaaaa', 'changeaaaa'])
    expect(local.app.storages.get(JOURNAL)?.items.size).toBeGreaterThan(all.length)
  })

  it('shows a run that another version wrote as such', async () => {
    const { storeRun, find, items } = openJournal()
    await storeRun('runaaaa')
    const [item] = items('run')
    if (item) item.values.BODY = '2 1 1 -'
    expect((await find()).rows).toEqual([{ itemId: item?.id, at: expect.anything(), by: STORE_ADMINISTRATOR }])
  })

  it('has a run once that was stored twice, as an answer was lost', async () => {
    const { storeRun, find, items, local } = openJournal()
    await storeRun('runaaaa')
    const [item] = items('run')
    if (item) local.app.storages.get(JOURNAL)?.items.set(90_000, { ...item, id: 90_000 })
    expect((await find()).ids).toEqual(['runaaaa'])
  })
})

describe('the journal, narrowed', () => {
  /** A long run and a short one of its first orders, and then a change. */
  async function openMany() {
    const opened = openJournal()
    const rows = manyRows(400)
    await opened.runs.store({ id: 'longrun', rows })
    await opened.runs.store({ id: 'shortrun', rows: rows.slice(0, 10) })
    await opened.change('changeaaaa')
    return { ...opened, many: rows }
  }

  it('by an order finds the runs that have it among their rows, and no others; three requests', async () => {
    const { find, many, transport } = await openMany()
    const of = async (id: number) =>
      (await find({ orderId: orderId(id) })).ids.filter((one) => `${one}`.includes('run'))
    const before = transport.requests.length
    expect(await of(many[3]?.orderId ?? 0)).toEqual(['shortrun', 'longrun'])
    expect(transport.requests.length - before).toBe(3)
    expect(await of(many[300]?.orderId ?? 0)).toEqual(['longrun'])
    // Between two rows of a page.
    expect(await of((many[300]?.orderId ?? 0) + 1)).toEqual([])
  })

  it('by an owner finds the runs that took an order to it or away from it', async () => {
    const { find, runs } = openJournal()
    const rows = [
      { orderId: orderId(501), expected: aDeal(17), after: aDeal(230) },
      { orderId: orderId(502), expected: null, after: aDeal(17) },
    ]
    await runs.store({ id: 'therun', rows })
    await runs.store({ id: 'otherrun', rows: [{ ...there(rows[0]), expected: aDeal(170) }] })
    const of = async (owner: ReturnType<typeof aDeal>) => (await find({ owner })).ids
    expect(await of(aDeal(17))).toEqual(['therun'])
    expect(await of(aDeal(230))).toEqual(['otherrun', 'therun'])
    expect(await of(aDeal(23))).toEqual([])
    expect(await of(anOwnerRef(999_999))).toEqual([])
  })

  it('by person and by day finds runs like changes', async () => {
    const { find, asOther, run, local, change } = openJournal()
    await change('changeaaaa')
    await asOther(ADMINISTRATOR).store({ ...run, id: 'theirrun' })
    const [earlier, later] = [-3_600_000, 3_600_000].map((ms) => ({ at: local.now() + ms, offset: 0 }))
    expect((await find({ by: ADMINISTRATOR })).ids).toEqual(['theirrun'])
    expect((await find({ by: STORE_ADMINISTRATOR })).ids).toEqual(['changeaaaa'])
    expect((await find({ by: ADMINISTRATOR, orderId: there(run.rows[0]).orderId })).ids).toEqual(['theirrun'])
    expect((await find({ from: there(earlier) })).ids).toEqual(['theirrun', 'changeaaaa'])
    expect((await find({ until: there(earlier) })).ids).toEqual([])
    expect((await find({ from: there(later) })).ids).toEqual([])
  })

  it('by a run finds just that, also together with an order', async () => {
    const { find, many } = await openMany()
    expect((await find({ run: 'longrun' })).ids).toEqual(['longrun'])
    expect((await find({ run: 'norun' })).ids).toEqual([])
    expect((await find({ run: 'longrun', orderId: there(many[3]).orderId })).ids).toEqual(['longrun'])
    expect((await find({ run: 'shortrun', orderId: there(many[300]).orderId })).ids).toEqual([])
  })

  it('takes no page for one of a run that its author has not stored', async () => {
    const { find, items, many } = await openMany()
    for (const page of items('page')) page.createdBy = ADMINISTRATOR
    expect((await find({ orderId: there(many[3]).orderId })).ids.filter((id) => `${id}`.includes('run'))).toEqual([])
  })
})
