import { describe, expect, it } from 'vitest'
import { asFailure } from '@/domain/failure'
import { orderId } from '@/domain/id'
import { JOURNAL } from '@/portal/journal-text'
import { storedOwner, faultOf } from '@tests/support/open-portal'
import { aDeal, aStep, ENGINE, openRuns, RUN } from '@tests/support/open-runs'
import { manyRows } from '@tests/support/run-rows'

const OTHER_ENGINE = 'otherengineother'
const refused = (nth: number) => faultOf('entity.item.add', { kind: 'error', code: 'ERROR_CORE', status: 400 }, { nth })
const failing = async (work: Promise<unknown>) => asFailure(await work.catch((error: unknown) => error))

describe('runs.store', () => {
  it('keeps a plan that anybody reads back from the storage alone', async () => {
    const { runs, run, rows, asOther } = openRuns({ user: 4 })
    await runs.store(run)
    expect(await asOther().read(RUN)).toEqual({
      id: RUN,
      rows: rows.length,
      at: expect.anything(),
      by: 4,
      isAltered: false,
      plan: rows,
      states: rows.map(() => ({ kind: 'waiting' })),
    })
  })

  it.each([
    [200, 2, 1],
    [10_000, 67, 4],
  ])('stores %i orders in %i pages with %i request(s)', async (count, pages, requests) => {
    const { runs, items, transport } = openRuns()
    await runs.store({ id: RUN, rows: manyRows(count) })
    expect([items('page').length, items('run').length, transport.requests.length]).toEqual([pages, 1, requests])
    const before = transport.requests.length
    expect((await runs.read(RUN))?.plan).toEqual(manyRows(count))
    expect(transport.requests.length - before).toBeLessThanOrEqual(2)
  })

  it.each([1, 5, 18, 40, 67, 68])(
    'is no run where the portal refuses part %i, and is completed by the same call',
    async (nth) => {
      const { runs, items, asOther } = openRuns({ faults: [refused(nth)] })
      const run = { id: RUN, rows: manyRows(10_000) }
      expect((await failing(runs.store(run))).kind).toBe('not-noted')
      expect([await asOther().read(RUN), await asOther().findOpen()]).toEqual([undefined, []])
      await runs.store(run)
      expect([items('page').length, items('run').length]).toEqual([67, 1])
      expect((await asOther().read(RUN))?.plan).toHaveLength(10_000)
    },
  )

  it.each(['cut-before', 'cut-after', 'missing-row'] as const)('stores nothing twice after %s', async (kind) => {
    const { runs, items } = openRuns({ faults: [faultOf('entity.item.add', { kind }, { nth: 2 })] })
    const run = { id: RUN, rows: manyRows(10_000) }
    await runs.store(run).catch(asFailure)
    await runs.store(run)
    expect([items('page').length, items('run').length]).toEqual([67, 1])
  })

  it('says so where the portal drops what it was told', async () => {
    const { runs, run, local } = openRuns()
    const journal = local.app.storages.get(JOURNAL)
    if (journal) journal.properties = journal.properties.filter(({ code }) => code !== 'BODY')
    expect((await failing(runs.store(run))).kind).toBe('not-noted')
  })
})

describe('runs.read', () => {
  it('tells the state of each row, whatever engine wrote it down', async () => {
    const { runs, run, asOther } = openRuns()
    await runs.store(run)
    await runs.prepare(aStep({ opens: [0, 1, 2] }), [])
    const ends = [
      [0, { kind: 'done', replaced: { kind: 'as-planned' } }],
      [1, { kind: 'not-done', code: 'ERROR_CORE' }],
    ] as const
    await runs.prepare(aStep({ seq: 1, opens: [3], ends }), [])
    const other = asOther()
    const read = await other.read(RUN)
    const state = (place: number) => read?.states[place]?.kind
    expect([0, 1, 2, 3, 4].map(state)).toEqual(['done', 'not-done', 'open', 'open', 'waiting'])
    expect(read?.newest).toMatchObject({ seq: 1, engine: ENGINE, by: 1, opens: [3] })
  })

  it('takes a step that was stored again for what it is, and a late one for an earlier one', async () => {
    const { runs, run, asOther } = openRuns()
    const done = [[0, { kind: 'done', replaced: { kind: 'as-planned' } }]] as const
    await runs.store(run)
    await runs.prepare(aStep({ opens: [0] }), [])
    await runs.prepare(aStep({ seq: 1, ends: done }), [])
    await runs.prepare(aStep({ opens: [0] }), [])
    expect((await asOther().read(RUN))?.states[0]?.kind).toBe('done')
  })

  it('gives nothing where there is no such run', async () => {
    expect(await openRuns().runs.read(RUN)).toBeUndefined()
  })

  it('lets nobody go on with a plan of which a page is missing', async () => {
    const { runs, items, local } = openRuns()
    await runs.store({ id: RUN, rows: manyRows(200) })
    const [page] = items('page')
    local.app.storages.get(JOURNAL)?.items.delete(page?.id ?? 0)
    expect(await failing(runs.read(RUN))).toMatchObject({ kind: 'unreadable', code: 'run.page' })
  })

  it('gives nothing where another version wrote the run', async () => {
    const { runs, run, items } = openRuns()
    await runs.store(run)
    for (const { values } of items('run')) values.BODY = `2 ${values.BODY}`
    expect(await runs.read(RUN)).toBeUndefined()
  })

  it('gives a run with a step of another version, and says whose it is', async () => {
    const { runs, run, items } = openRuns()
    await runs.store(run)
    await runs.prepare(aStep(), [])
    for (const { values } of items('step')) values.BODY = `2 ${values.BODY}`
    expect((await runs.read(RUN))?.strange).toEqual([{ why: 'unreadable', by: 1, at: expect.anything() }])
  })

  it.each(['run', 'step'])('says that somebody has changed the %s', async (kind) => {
    const { runs, run, items } = openRuns({ user: 4 })
    await runs.store(run)
    await runs.prepare(aStep(), [])
    for (const item of items(kind)) item.modifiedBy = 2
    const read = await runs.read(RUN)
    expect([read?.isAltered, read?.strange?.map(({ why, by }) => [why, by])]).toEqual([true, [['altered', 2]]])
  })

  it('takes no page by another person for a part of the plan', async () => {
    const { runs, run, rows, items, local } = openRuns({ user: 4 })
    await runs.store(run)
    const [page] = items('page')
    if (!page) throw new Error('There is no page.')
    const forged = { ...page, id: 1, createdBy: 2, modifiedBy: 2, values: { ...page.values, BODY: '1 0;1 2:3 2:4' } }
    local.app.storages.get(JOURNAL)?.items.set(1, forged)
    expect((await runs.read(RUN))?.plan).toEqual(rows)
  })

  it.each(['wrong-shape', 'missing-row'] as const)('throws where an answer is odd: %s', async (kind) => {
    const opened = openRuns()
    await opened.runs.store(opened.run)
    const effect = kind === 'wrong-shape' ? { kind, result: [{ ID: 'x' }] } : { kind }
    opened.local.faults.push({ rule: faultOf('entity.item.get', effect), hits: 0 })
    expect((await failing(opened.runs.read(RUN))).kind).toBe('unreadable')
  })
})

describe('runs.findOpen', () => {
  it('gives the runs without an end, newest first', async () => {
    const { runs, run } = openRuns({ user: 4 })
    for (const id of ['runaaaa', 'runbbbb', 'runcccc']) await runs.store({ ...run, id })
    await runs.addEnd(aStep({ runId: 'runbbbb' }), 'finished')
    expect((await runs.findOpen()).map(({ id }) => id)).toEqual(['runcccc', 'runaaaa'])
  })

  it('takes no end by somebody who has not taken the run over', async () => {
    const { runs, run, asOther } = openRuns({ user: 4 })
    await runs.store(run)
    const other = asOther(5)
    await other.addEnd(aStep({ engine: OTHER_ENGINE }), 'stopped')
    expect((await runs.findOpen()).map(({ id }) => id)).toEqual([RUN])
    await other.prepare(aStep({ engine: OTHER_ENGINE }), [])
    expect(await runs.findOpen()).toEqual([])
  })

  it('looks behind the newest page, and leaves out what another version wrote', async () => {
    const { runs, items, local } = openRuns()
    await runs.store({ id: RUN, rows: manyRows(1) })
    const [run] = items('run')
    if (!run) throw new Error('There is no run.')
    for (let id = 1; id <= 70; id += 1) {
      const values = { ...run.values, KEY: `runrun${id}`, RUN: `runrun${id}` }
      local.app.storages.get(JOURNAL)?.items.set(90_000 + id, { ...run, id: 90_000 + id, values })
    }
    const odd = items('run').at(-1)
    if (odd) odd.values.BODY = '2 1 1 -'
    // The oldest one is on the second page.
    expect((await runs.findOpen()).map(({ id }) => id)).toContain(RUN)
    expect(await runs.findOpen()).toHaveLength(70)
  })
})

describe('runs.prepare', () => {
  it('stores the step, then reads who owns its orders, in one request', async () => {
    const { runs, orders, rows, items, transport } = openRuns()
    const { bindings, engineBefore } = await runs.prepare(aStep({ opens: [0, 1] }), orders)
    expect(transport.requests).toHaveLength(1)
    expect(items('step')).toHaveLength(1)
    expect(rows.map(({ orderId: id }) => bindings.get(id) ?? null)).toEqual(rows.map(({ expected }) => expected))
    expect(engineBefore).toBeUndefined()
  })

  it('fails as not noted where the step is refused', async () => {
    const { runs, orders } = openRuns({ faults: [refused(1)] })
    expect(await failing(runs.prepare(aStep(), orders))).toMatchObject({ kind: 'not-noted', changed: 'no' })
  })

  it.each(['entity.item.get', 'entity.item.add', 'crm.orderentity.list'])(
    'gives nothing where %s is lost',
    async (method) => {
      const { runs, orders } = openRuns({ faults: [faultOf(method, { kind: 'missing-row' }, { nth: 1 })] })
      expect(await failing(runs.prepare(aStep(), orders))).toMatchObject({ kind: 'unreadable', changed: 'no' })
      expect((await runs.prepare(aStep(), orders)).bindings.size).toBeGreaterThan(0)
    },
  )

  it('says that another window has come, again until it is heard', async () => {
    const { runs, run, orders, asOther, local } = openRuns()
    await runs.store(run)
    await runs.prepare(aStep(), orders)
    const other = asOther()
    await other.read(RUN)
    await other.prepare(aStep({ engine: OTHER_ENGINE }), [])
    local.faults.push({ rule: faultOf('crm.orderentity.list', { kind: 'missing-row' }, { nth: 1 }), hits: 0 })
    expect((await failing(runs.prepare(aStep({ seq: 1 }), orders))).kind).toBe('unreadable')
    expect((await runs.prepare(aStep({ seq: 1 }), orders)).engineBefore).toBe(OTHER_ENGINE)
    // The one that had the run has stored steps since: it has stopped, so the newcomer goes on.
    expect((await other.prepare(aStep({ engine: OTHER_ENGINE, seq: 1 }), orders)).engineBefore).toBeUndefined()
    expect(await other.readNewest(RUN, OTHER_ENGINE)).toMatchObject({ engine: ENGINE, seq: 1 })
  })

  it('is not misled by a reading of a run that is going on here', async () => {
    const { runs, run, asOther } = openRuns()
    await runs.store(run)
    await runs.prepare(aStep(), [])
    await asOther().prepare(aStep({ engine: OTHER_ENGINE }), [])
    await runs.read(RUN)
    expect((await runs.prepare(aStep({ seq: 1 }), [])).engineBefore).toBe(OTHER_ENGINE)
  })

  it('stops where the portal has not kept the step before', async () => {
    const { runs, items } = openRuns()
    await runs.prepare(aStep({ opens: [0] }), [])
    for (const { values } of items('step')) values.BODY = `1 0 ${ENGINE} - -`
    expect((await failing(runs.prepare(aStep({ seq: 1 }), []))).kind).toBe('not-noted')
  })
})

describe('runs.readNewest', () => {
  it.each([
    ['steps in the name of that one', `1 7 ${OTHER_ENGINE} - -`, { engine: ENGINE, seq: 0, by: 4 }],
    ['what cannot be read', '?', { engine: '?', by: 5 }],
  ])('finds the newest step of any engine but one behind more than a page of others: %s', async (_, BODY, newest) => {
    const { runs, run, items, local } = openRuns({ user: 4 })
    await runs.store(run)
    await runs.prepare(aStep(), [])
    const [step] = items('step')
    if (!step) throw new Error('There is no step.')
    for (let id = 1; id <= 120; id += 1) {
      const forged = { ...step, id: 90_000 + id, createdBy: 5, modifiedBy: 5, values: { ...step.values, BODY } }
      local.app.storages.get(JOURNAL)?.items.set(forged.id, forged)
    }
    expect(await runs.readNewest(RUN, OTHER_ENGINE)).toMatchObject(newest)
  })
})

describe('runs.readShown', () => {
  it('tells whom orders belong to, and which of them are gone', async () => {
    const { runs, orders, rows, local } = openRuns()
    const [gone, free] = orders
    if (gone === undefined || free === undefined) throw new Error('There are no orders.')
    for (const id of [gone, free]) local.data.bindings.delete(id)
    local.data.orders.delete(gone)
    const shown = await runs.readShown(orders)
    const expected = rows.map(({ expected: owner }, place) => (place === 0 ? 'order-gone' : place === 1 ? null : owner))
    expect(orders.map((id) => shown.get(id))).toEqual(expected)
  })

  it('asks for five pages at most in one request', async () => {
    const { runs, transport } = openRuns()
    const orders = Array.from({ length: 600 }, (_, place) => orderId(700_000 + place))
    const before = transport.requests.length
    await runs.readShown(orders)
    // Owners, a list of those without, and each of them by itself: they are all gone.
    expect(transport.requests.length - before).toBe(3 * 2 + 5 + 5 + 2)
  })
})

describe('runs.commit', () => {
  const options = { groupSize: 2, mayLeave: () => true }

  it('writes all in one request, and tells of each row what it replaced and what is there now', async () => {
    const { runs, writes, rows, target, local, transport } = openRuns()
    const { answers } = await runs.commit(writes, options)
    expect(transport.requests).toHaveLength(1)
    for (const { orderId: id, expected } of rows) {
      const isThere = expected !== null && expected.id === target.id
      expect(answers.get(id)).toEqual({ before: expected, outcome: isThere ? 'mismatch' : 'written', now: target })
      expect(storedOwner(local, id)).toEqual(target)
    }
  })

  it('names an owner who came after the preparation, and detaches nothing but what was seen', async () => {
    const { runs, writes, local, rows, target } = openRuns()
    const newer = aDeal(201)
    const [moved, detached] = rows.filter(({ expected }) => expected !== null)
    if (!moved || !detached) throw new Error('The sample has no bound orders.')
    for (const { orderId: id } of [moved, detached]) local.data.bindings.set(id, { ownerId: newer.id, ownerTypeId: 2 })
    const asked = [
      { orderId: moved.orderId, before: moved.expected, after: target },
      { orderId: detached.orderId, before: detached.expected, after: null },
    ]
    const { answers } = await runs.commit(asked, options)
    expect(answers.get(moved.orderId)).toEqual({ before: newer, outcome: 'written', now: target })
    expect(answers.get(detached.orderId)).toEqual({ before: newer, outcome: 'mismatch', now: newer })
    expect(writes.length).toBeGreaterThan(1)
  })
})
