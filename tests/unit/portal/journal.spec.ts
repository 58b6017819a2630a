import type { ChangeNote } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { FaultRule } from '@emulator/portal/fault'
import { describe, expect, it } from 'vitest'
import { asFailure } from '@/domain/failure'
import { orderId } from '@/domain/id'
import { JOURNAL } from '@/portal/journal-text'
import { setFaults } from '@emulator/faults/faults'
import { anOwnerRef } from '@tests/support/builders'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const ADMINISTRATOR = 1
const STORE_ADMINISTRATOR = 4

/** An order that is to move, with the note of it. */
function openMove(faults: FaultRule[] = [], user = STORE_ADMINISTRATOR) {
  const opened = openPortal({ faults, user })
  const { orderId: id, owner: before } = readSample(opened.local, 'move')
  const { owner: after } = readSample(opened.local, 'moveTarget')
  const note: ChangeNote = { id: 'aaaabbbbccccdddd', orderId: id, expected: before, after }
  const write = (noted = note) => opened.portal.bindings.write({ orderId: id, after }, before, { note: noted })
  return { ...opened, id, before, after, note, write }
}

const items = ({ local }: ReturnType<typeof openMove>) => [...(local.app.storages.get(JOURNAL)?.items.values() ?? [])]
const textOf = (owner: OwnerRef) => `${owner.typeId}:${owner.id}`

describe('the note of a change', () => {
  it('is written down by the request of the write, with what the reading before it showed', async () => {
    const opened = openMove()
    const { id, before, after } = opened
    expect(await opened.write()).toMatchObject({ outcome: 'written', isNoted: true })
    expect(opened.transport.requests).toHaveLength(1)
    const seen = `0${before.typeId}:0${before.id}`
    expect(items(opened).map(({ values }) => values.BODY)).toEqual([
      `1 ${id} ${textOf(before)} ${textOf(after)} - ${seen}`,
    ])
  })

  it('names the owner that was really replaced, whatever was expected', async () => {
    const opened = openMove()
    const expected = anOwnerRef(1)
    expect(await opened.write({ ...opened.note, expected })).toMatchObject({ isNoted: true, before: opened.before })
    expect(await opened.portal.journal.readReplaced(opened.note.id)).toEqual(opened.before)
  })

  it('stops the write where it is refused', async () => {
    const opened = openMove([faultOf('entity.item.add', { kind: 'error', code: 'ERROR_CORE', status: 400 })])
    const failure = asFailure(await opened.write().catch((error: unknown) => error))
    expect([failure.kind, failure.changed, failure.code]).toEqual(['not-noted', 'no', 'ERROR_CORE'])
    expect(storedOwner(opened.local, opened.id)).toEqual(opened.before)
  })

  it('is not taken for kept where the portal has dropped its properties', async () => {
    const opened = openMove()
    const journal = opened.local.app.storages.get(JOURNAL)
    if (journal) journal.properties = []
    expect(await opened.write()).toMatchObject({ outcome: 'written', isNoted: false })
  })

  it('tells by itself that an order was free', async () => {
    const opened = openMove()
    opened.local.data.bindings.delete(opened.id)
    expect(await opened.write({ ...opened.note, expected: null })).toMatchObject({ before: null, isNoted: true })
  })

  it('does not tell that an order was free where an owner was expected', async () => {
    const opened = openMove()
    opened.local.data.bindings.delete(opened.id)
    expect(await opened.write()).toMatchObject({ before: null, isNoted: false })
  })
})

describe('journal.readState and make', () => {
  const unmade = (faults: FaultRule[] = [], user = ADMINISTRATOR) => {
    const opened = openPortal({ hasJournal: false, faults, user })
    opened.local.app.scopes.push('entity')
    return opened
  }

  it('makes the storage once, for every employee to write and administrators to mend', async () => {
    const { local, portal } = unmade()
    const state = await portal.journal.readState()
    expect(state.kind).toBe('unmade')
    if (state.kind === 'unmade') expect(await portal.journal.make(state.lacks)).toEqual({ kind: 'ready' })
    expect(local.app.storages.get(JOURNAL)?.rights).toEqual({ AU: 'W', G1: 'X', U1: 'X' })
  })

  it('completes what is half made, and no more; one request each time', async () => {
    const { local, portal, transport } = unmade([
      faultOf('entity.item.property.add', { kind: 'error', code: 'ERROR_CORE', status: 400 }, { nth: 3 }),
    ])
    const first = await portal.journal.readState()
    if (first.kind === 'unmade') expect(await portal.journal.make(first.lacks)).toMatchObject({ kind: 'refused' })
    const again = await portal.journal.readState()
    expect(again).toEqual({ kind: 'unmade', lacks: ['RUN'] })
    const before = transport.requests.length
    if (again.kind === 'unmade') expect(await portal.journal.make(again.lacks)).toEqual({ kind: 'ready' })
    expect([transport.requests.length - before, local.app.storages.get(JOURNAL)?.properties.length]).toEqual([2, 7])
  })

  it('is ready where somebody else has made it at the same moment', async () => {
    const { portal } = unmade()
    const lacks = ['journal', 'KIND', 'KEY', 'RUN', 'BODY', 'SEQ', 'LOW', 'HIGH']
    const states = await Promise.all([portal.journal.make(lacks), portal.journal.make(lacks)])
    expect((await portal.journal.readState()).kind).toBe('ready')
    expect(states.some(({ kind }) => kind === 'ready')).toBe(true)
  })

  it.each([
    ['without the permission', () => openPortal({ hasJournal: false }), 'missing-scope'],
    [
      'where only administrators make storages',
      () => {
        const opened = unmade([], STORE_ADMINISTRATOR)
        opened.local.settings.storageMakers = 'administrators'
        return opened
      },
      'access-denied',
    ],
    [
      'in a portal without storages',
      () => unmade([faultOf('entity.item.property.get', { kind: 'error', code: 'ERROR_METHOD_NOT_FOUND' })]),
      'no-storage',
    ],
  ] as const)('is refused %s', async (_, open, kind) => {
    const { portal } = open()
    const found = await portal.journal.readState()
    const state = found.kind === 'unmade' ? await portal.journal.make(found.lacks) : found
    expect(state).toMatchObject({ kind: 'refused', failure: { kind } })
  })
})

describe('journal.find', () => {
  it('gives changes newest first, each with how it ended', async () => {
    const opened = openMove()
    const { portal, id, before, after, note } = opened
    await opened.write()
    await portal.journal.addOutcome({ id: note.id, orderId: id, ending: 'done', before, after })
    await portal.bindings.write({ orderId: id, after: before }, after, {
      note: { id: 'bbbbccccddddeeee', orderId: id, expected: after, after: before, undoes: note.id },
    })
    const { rows } = await portal.journal.find({})
    expect(rows).toEqual([
      expect.objectContaining({
        id: 'bbbbccccddddeeee',
        ending: 'open',
        undoes: note.id,
        before: after,
        after: before,
      }),
      expect.objectContaining({
        id: note.id,
        orderId: id,
        ending: 'done',
        before,
        after,
        by: STORE_ADMINISTRATOR,
        isAltered: false,
        isBeforeKnown: true,
      }),
    ])
  })

  it.each([
    ['the order', (opened: ReturnType<typeof openMove>) => ({ orderId: opened.id }), 1],
    ['another order', () => ({ orderId: orderId(7) }), 0],
    ['the old owner', ({ before }: ReturnType<typeof openMove>) => ({ owner: before }), 1],
    [
      'an owner whose id begins so',
      ({ before }: ReturnType<typeof openMove>) => ({ owner: anOwnerRef(Math.floor(before.id / 10)) }),
      0,
    ],
    ['the person', () => ({ by: STORE_ADMINISTRATOR }), 1],
    ['another person', () => ({ by: ADMINISTRATOR }), 0],
  ])('is narrowed by %s', async (_, query, count) => {
    const opened = openMove()
    await opened.write()
    expect((await opened.portal.journal.find(query(opened))).rows).toHaveLength(count)
  })

  it('marks what somebody has altered, and shows what another version wrote without taking it for a change', async () => {
    const opened = openMove()
    await opened.write()
    const [item] = items(opened)
    if (!item) throw new Error('There is no note.')
    item.modifiedBy = ADMINISTRATOR
    opened.local.app.storages
      .get(JOURNAL)
      ?.items.set(99_999, { ...item, id: 99_999, values: { ...item.values, KEY: 'eeeeffffgggg', BODY: '2 {}' } })
    expect((await opened.portal.journal.find({})).rows).toEqual([
      { itemId: 99_999, at: expect.anything(), by: STORE_ADMINISTRATOR },
      expect.objectContaining({ isAltered: true }),
    ])
  })

  it.each([
    '1 1 2:3 2:4 - 02:03 extra',
    '1 0 2:3 2:4 - 02:03',
    '1 1 2:3 2:x - 02:03',
    '1 1 <b> 2:4 - 02:03',
    '1 1 2:3 2:4 ../../ 02:03',
    '',
  ])('takes no forged body for a change: %s', async (BODY) => {
    const opened = openMove()
    await opened.write()
    const [item] = items(opened)
    if (item) item.values.BODY = BODY
    expect((await opened.portal.journal.find({})).rows).toEqual([expect.objectContaining({ itemId: item?.id })])
  })

  it('goes on page by page', async () => {
    const opened = openMove()
    await opened.write()
    const [item] = items(opened)
    if (!item) throw new Error('There is no note.')
    const journal = opened.local.app.storages.get(JOURNAL)
    for (let id = 1; id <= 70; id += 1)
      journal?.items.set(100_000 + id, { ...item, id: 100_000 + id, values: { ...item.values, KEY: `key${id}00000` } })
    const first = await opened.portal.journal.find({})
    const second = await opened.portal.journal.find({ cursor: first.next })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 21, undefined])
    expect(await opened.portal.journal.count()).toBe(71)
  })
})

describe('journal.removeOlder', () => {
  const DAY = 86_400_000

  /** A journal of items that are so many days old, with the kind and the run of each. */
  function fill(ages: [days: number, kind: string, run?: string][], user = ADMINISTRATOR) {
    const opened = openPortal({ user })
    const { local } = opened
    const journal = local.app.storages.get(JOURNAL)
    const now = local.now()
    ages.forEach(([days, KIND, RUN = null], place) => {
      const at = new Date(now - days * DAY).toISOString()
      journal?.items.set(place + 1, {
        ...{ id: place + 1, name: KIND, active: 'Y', sort: 500, code: null, section: null },
        ...{ previewText: null, detailText: null, activeFrom: '', activeTo: '' },
        ...{ createdBy: user, createdAt: at, modifiedBy: user, modifiedAt: at },
        values: { KIND, RUN, KEY: `key${place}`, BODY: '1' },
      })
    })
    const until = { at: now - 30 * DAY, offset: 0 }
    const left = () => [...(journal?.items.keys() ?? [])]
    return { ...opened, until, left, journal: opened.portal.journal }
  }

  it('deletes what is older, with how it ended, and keeps the rest', async () => {
    const { journal, until, left } = fill([
      [40, 'change'],
      [40, 'outcome'],
      [31, 'change'],
      [29, 'change'],
    ])
    expect(await journal.count(until)).toBe(2)
    expect(await journal.removeOlder(until)).toEqual({ removed: 2, kept: 0 })
    expect(left()).toEqual([4])
  })

  it('keeps a run that has no end, and one that is not older as a whole', async () => {
    const { journal, until, left } = fill([
      [40, 'run', 'open'],
      [40, 'page', 'open'],
      [40, 'run', 'over'],
      [40, 'page', 'over'],
      [40, 'end', 'over'],
      [31, 'run', 'both'],
      [29, 'end', 'both'],
    ])
    expect(await journal.removeOlder(until)).toEqual({ removed: 1, kept: 2 })
    expect(left()).toEqual([1, 2, 6, 7])
  })

  it('goes on page by page, past what it keeps', async () => {
    const kept: [number, string, string][] = Array.from({ length: 60 }, () => [40, 'page', 'open'])
    const { journal, until, left } = fill([...kept, [40, 'change'], [40, 'change']])
    const first = await journal.removeOlder(until)
    expect(first).toMatchObject({ removed: 0, next: 50 })
    expect(await journal.removeOlder(until, first.next)).toEqual({ removed: 2, kept: 0 })
    expect(left()).toHaveLength(60)
  })

  it('tells what the portal refuses to delete, and deletes the rest', async () => {
    const { journal, until, left, local } = fill([
      [40, 'change'],
      [40, 'change'],
    ])
    setFaults(local, [faultOf('entity.item.delete', { kind: 'error', code: 'ACCESS_DENIED', status: 400 }, { nth: 1 })])
    expect(await journal.removeOlder(until)).toMatchObject({ removed: 1, kept: 1, failure: { kind: 'access-denied' } })
    expect(left()).toHaveLength(1)
  })

  it('takes for deleted what somebody else has deleted meanwhile', async () => {
    const { journal, until, local } = fill([[40, 'change']])
    setFaults(local, [faultOf('entity.item.delete', { kind: 'error', code: 'ERROR_ITEM_NOT_FOUND', status: 400 })])
    expect(await journal.removeOlder(until)).toEqual({ removed: 1, kept: 0 })
  })

  it.each([
    ['newer', new Date().toISOString()],
    ['of a time that cannot be read', 'yesterday'],
  ])('deletes nothing where the portal gives items that are %s', async (_, DATE_CREATE) => {
    const { journal, until, left, local } = fill([[40, 'change']])
    const result = [{ ID: '1', DATE_CREATE, PROPERTY_VALUES: { KIND: 'change' } }]
    setFaults(local, [faultOf('entity.item.get', { kind: 'wrong-shape', result })])
    await expect(journal.removeOlder(until)).rejects.toMatchObject({ kind: 'unreadable' })
    expect(left()).toEqual([1])
  })
})
