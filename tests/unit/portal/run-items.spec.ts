import type { JournalItem } from '@/portal/journal-items'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPages } from '@/portal/page-text'
import { toRun } from '@/portal/run-items'
import { toEndBody, toRunBody, toStepBody } from '@/portal/run-text'
import { aMoment, anOwnerRef } from '@tests/support/builders'
import { RUN } from '@tests/support/open-runs'
import { manyRows } from '@tests/support/run-rows'

const AT = aMoment('2026-11-02T09:00:00+01:00')
const DONE = { kind: 'done', replaced: { kind: 'as-planned' } } as const

function anItem(ID: number, KIND: string, BODY: string): JournalItem {
  const values = { KIND, KEY: KIND === 'run' ? RUN : null, RUN, BODY }
  return { ID, CREATED_BY: 4, MODIFIED_BY: 4, DATE_CREATE: AT, TIMESTAMP_X: AT, PROPERTY_VALUES: values }
}

/** The same as somebody else has stored it. */
const by = (author: number, item: JournalItem): JournalItem => ({ ...item, CREATED_BY: author, MODIFIED_BY: author })

const rows = manyRows(400)
const pages = toPages(rows).map(({ body }, number) => anItem(10 + number, 'page', body))
const run = anItem(20, 'run', toRunBody({ rows: rows.length, pages: pages.length }))
const first = { seq: 0, engine: 'aaaa', opens: [0, 1], ends: [] }
const second = { seq: 1, engine: 'aaaa', opens: [2], ends: [[0, DONE] as const, [1, DONE] as const] }
const steps = [anItem(30, 'step', toStepBody(first)), anItem(31, 'step', toStepBody(second))]
const whole = [...pages, run, ...steps]

describe('a run, put together from its items', () => {
  it('is the same in whatever order they come, and however often they were stored', () => {
    const expected = toRun(RUN, whole)
    expect(expected).toMatchObject({ kind: 'whole', run: { plan: rows, isAltered: false } })
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), fc.subarray(whole), (items, again) => {
        // The newest step may be one that was stored again.
        const copies = again.map((item) => ({ ...item, ID: item.ID + 100 }))
        const { run: read } = Object(toRun(RUN, [...items, ...copies]))
        expect({ ...read, newest: undefined }).toEqual({ ...Object(expected).run, newest: undefined })
      }),
      { numRuns: 30 },
    )
  })

  it('is incomplete without any of its pages', () => {
    for (const page of pages) {
      expect(
        toRun(
          RUN,
          whole.filter((item) => item !== page),
        ).kind,
      ).toBe('incomplete')
    }
  })

  it.each([
    ['more rows than its pages have', { rows: 401, pages: 3 }],
    ['fewer rows than its pages have', { rows: 399, pages: 3 }],
    ['more pages than there are', { rows: 400, pages: 4 }],
    ['fewer pages than there are', { rows: 400, pages: 2 }],
  ])('is incomplete where it says that it has %s', (_, size) => {
    const other = whole.map((item) => (item === run ? anItem(20, 'run', toRunBody(size)) : item))
    expect(toRun(RUN, other).kind).toBe('incomplete')
  })

  it('is altered where two pages of one number differ, and keeps the first', () => {
    const forged = anItem(99, 'page', '1 0;1 2:3 2:4')
    expect(toRun(RUN, [...whole, forged])).toMatchObject({ kind: 'whole', run: { plan: rows, isAltered: true } })
  })

  it.each([
    ['a step of another version', anItem(40, 'step', '2 whatever'), 'unreadable'],
    ['an end of another version', anItem(40, 'end', '2 finished'), 'unreadable'],
    ['a step of no words', anItem(40, 'step', ''), 'unreadable'],
  ])('may be gone on with though there is %s: all its rows may have been about', (_, item, why) => {
    const { run: read } = Object(toRun(RUN, [...whole, by(7, item)]))
    expect(read.strange).toEqual([{ why, by: 7, at: AT }])
    expect([read.states[0], read.states[2], read.states[399]]).toEqual([DONE, { kind: 'open' }, { kind: 'open' }])
    expect([read.ending, read.newest.seq, read.isAltered]).toEqual([undefined, 1, false])
  })

  it.each([
    ['of rows that it has not', { seq: 2, engine: 'aaaa', opens: [5, 400], ends: [] }, 4, [5]],
    ['that ends rows which it has not', { seq: 2, engine: 'aaaa', opens: [], ends: [[400, DONE] as const] }, 4, []],
    [
      'in the name of another one’s window',
      { seq: 2, engine: 'aaaa', opens: [6], ends: [[5, DONE] as const] },
      7,
      [5, 6],
    ],
    ['of a number that says something else already', { ...second, opens: [7], ends: [] }, 4, [7]],
    ['of a number that no window can have reached', { seq: 90_000, engine: 'bbbb', opens: [8], ends: [] }, 7, [8]],
  ])('believes no step %s, and knows which rows it names', (...[, step, author, open]) => {
    const forged = by(author, anItem(40, 'step', toStepBody(step)))
    const { run: read } = Object(toRun(RUN, [...whole, forged]))
    expect(read.strange).toEqual([{ why: 'impossible', by: author, at: AT }])
    const kinds = read.states.flatMap(({ kind }: { kind: string }, place: number) => (kind === 'open' ? [place] : []))
    expect(kinds).toEqual([2, ...open])
    expect(read.states[0]).toEqual(DONE)
  })

  it('takes a window for that of the one who began the run, whoever has copied its name before', () => {
    const forged = by(7, anItem(5, 'step', toStepBody({ ...first, opens: [9] })))
    const { run: read } = Object(toRun(RUN, [...whole, forged]))
    expect(read.strange).toEqual([{ why: 'impossible', by: 7, at: AT }])
    expect(read.states.slice(0, 3)).toEqual([DONE, DONE, { kind: 'open' }])
  })

  it('believes no step that somebody has changed, and names them', () => {
    const [step, ...others] = steps
    const changed = { ...step, MODIFIED_BY: 7, PROPERTY_VALUES: { ...step?.PROPERTY_VALUES, BODY: '1 0 aaaa - 9d' } }
    const { run: read } = Object(
      toRun(
        RUN,
        [...pages, run, changed, ...others].map((item) => item as JournalItem),
      ),
    )
    expect(read.strange).toEqual([{ why: 'altered', by: 7, at: AT }])
    expect([read.states[0], read.states[9], read.isAltered]).toEqual([DONE, { kind: 'open' }, true])
  })

  it('tells who else says how rows ended, but what its own window has seen done stays', () => {
    const newer = { kind: 'done', replaced: { kind: 'newer', owner: anOwnerRef(7) } } as const
    const gone = { kind: 'order-gone' } as const
    const told = { seq: 0, engine: 'bbbb', opens: [1], ends: [[0, gone] as const, [2, newer] as const] }
    const { run: read } = Object(toRun(RUN, [...whole, by(7, anItem(40, 'step', toStepBody(told)))]))
    expect(read.states.slice(0, 3)).toEqual([DONE, DONE, newer])
    expect([...read.toldBy]).toEqual([[2, 7]])
    expect(read.strange).toBeUndefined()
  })

  it('has no end that somebody has stored who has not taken it over', () => {
    const body = toEndBody({ seq: 0, engine: 'bbbb', opens: [], ends: [] }, 'stopped')
    const end = by(7, anItem(41, 'end', body))
    const { run: read } = Object(toRun(RUN, [...whole, end]))
    expect([read.ending, read.strange]).toEqual([undefined, [{ why: 'early', by: 7, at: AT }]])
    const over = by(7, anItem(40, 'step', toStepBody({ seq: 1, engine: 'bbbb', opens: [], ends: [] })))
    expect(Object(toRun(RUN, [...whole, over, end])).run.ending).toBe('stopped')
  })

  it.each([4, 7])('is not finished while rows have no end, whoever says so: %i', (author) => {
    const over = by(author, anItem(40, 'step', toStepBody({ seq: 0, engine: 'bbbb', opens: [], ends: [] })))
    const body = toEndBody({ seq: 1, engine: 'bbbb', opens: [], ends: [] }, 'finished')
    const { run: read } = Object(toRun(RUN, [...whole, over, by(author, anItem(41, 'end', body))]))
    expect([read.ending, read.strange]).toEqual([undefined, [{ why: 'unfinished', by: author, at: AT }]])
  })

  it('is what its author’s pages say where somebody has changed how many there are', () => {
    for (const BODY of ['1 150 1 -', 'whatever', '1 9999 70 -']) {
      const changed = { ...run, MODIFIED_BY: 7, PROPERTY_VALUES: { ...run.PROPERTY_VALUES, BODY } }
      const { kind, run: read } = Object(toRun(RUN, [...pages, changed, ...steps]))
      expect([kind, read.plan, read.rows]).toEqual(['whole', rows, 400])
      expect(read.strange).toEqual([{ why: 'altered', by: 7, at: AT }])
    }
  })

  it('is the one whose plan is whole, whoever says that theirs is the run', () => {
    const forged = by(7, { ...run, ID: 1, PROPERTY_VALUES: { ...run.PROPERTY_VALUES, BODY: '1 1 1 -' } })
    expect(Object(toRun(RUN, [forged, ...whole])).run).toMatchObject({ by: 4, plan: rows })
    const page = by(7, anItem(2, 'page', '1 0;1 2:3 2:4'))
    const later = { ...forged, TIMESTAMP_X: aMoment('2026-11-02T09:05:00+01:00') }
    expect(Object(toRun(RUN, [later, page, ...whole])).run).toMatchObject({ by: 4, plan: rows })
  })

  it('takes nothing of a page of another version', () => {
    expect(toRun(RUN, [...whole, anItem(40, 'page', '2 0;')])).toMatchObject({ kind: 'whole', run: { plan: rows } })
  })

  it('knows from the later engine what it knows from both', () => {
    const other = { seq: 0, engine: 'bbbb', opens: [], ends: [[2, { kind: 'unknown' }] as const] }
    const late = { seq: 2, engine: 'aaaa', opens: [3], ends: [[2, DONE] as const] }
    const items = [...whole, anItem(40, 'step', toStepBody(other)), anItem(41, 'step', toStepBody(late))]
    const { run: read } = Object(toRun(RUN, items))
    expect([read.states[2], read.states[3], read.newest.seq]).toEqual([{ kind: 'unknown' }, { kind: 'open' }, 2])
  })

  it('keeps what a row replaced where the later engine only finds it as wished', () => {
    const newer = { kind: 'done', replaced: { kind: 'newer', owner: anOwnerRef(7) } } as const
    const notChecked = { kind: 'done', replaced: { kind: 'not-checked' } } as const
    const other = { seq: 0, engine: 'bbbb', opens: [], ends: [[2, notChecked] as const, [1, notChecked] as const] }
    const late = { seq: 2, engine: 'aaaa', opens: [], ends: [[2, newer] as const] }
    const items = [...whole, anItem(40, 'step', toStepBody(other)), anItem(41, 'step', toStepBody(late))]
    const { run: read } = Object(toRun(RUN, items))
    expect([read.states[1], read.states[2]]).toEqual([DONE, newer])
  })

  it('has ended as its last end says, with how its last rows ended', () => {
    const end = anItem(40, 'end', toEndBody({ seq: 2, engine: 'aaaa', opens: [], ends: [[2, DONE]] }, 'stopped'))
    const { run: read } = Object(toRun(RUN, [...whole, end]))
    expect([read.ending, read.states[2], read.states[3]]).toEqual(['stopped', DONE, { kind: 'waiting' }])
  })

  it('takes nothing of another run, and is absent without its own item', () => {
    const item = anItem(40, 'step', toStepBody({ ...second, ends: [[5, DONE]] }))
    const foreign = { ...item, PROPERTY_VALUES: { ...item.PROPERTY_VALUES, RUN: 'otherrun' } }
    expect(Object(toRun(RUN, [...whole, foreign])).run.states[5]).toEqual({ kind: 'waiting' })
    expect(toRun(RUN, [...pages, ...steps]).kind).toBe('absent')
  })

  it('never throws, whatever stands there', () => {
    const body = fc.oneof(
      fc.string(),
      fc.constantFrom(...whole.map(({ PROPERTY_VALUES }) => PROPERTY_VALUES.BODY ?? '')),
    )
    const huge = fc.constantFrom('1 1000000 1000000 -', '1 999999999999 1 -', '1 0 0 -')
    const item = fc
      .tuple(fc.nat(50), fc.constantFrom('run', 'page', 'step', 'end', 'change'), fc.oneof(body, huge))
      .map(([ID, kind, text]) => anItem(ID, kind, text))
    fc.assert(
      fc.property(fc.array(item), (items) => void toRun(RUN, items)),
      { numRuns: 60 },
    )
  })
})
