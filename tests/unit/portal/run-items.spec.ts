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
    ['a step of another version', anItem(40, 'step', '2 whatever')],
    ['a step of rows that it has not', anItem(40, 'step', toStepBody({ ...first, opens: [400] }))],
    ['an end of another version', anItem(40, 'end', '2 finished')],
    ['a page of another version', anItem(40, 'page', '2 0;')],
  ])('cannot be read with %s', (_, item) => {
    expect(toRun(RUN, [...whole, item]).kind).toBe('unreadable')
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
