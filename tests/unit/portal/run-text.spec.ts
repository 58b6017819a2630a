import type { RowEnd, RunStep } from '@/domain/run'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRun, readRunEnd, readStep, toEndBody, toRunBody, toStepBody } from '@/portal/run-text'
import { anOwnerRef } from '@tests/support/builders'
import { anEnd } from '@tests/support/run-rows'

const ENGINE = 'aaaabbbbccccdddd'
const DONE: RowEnd = { kind: 'done', replaced: { kind: 'as-planned' } }

const places = fc
  .uniqueArray(fc.nat(20_000), { maxLength: 60 })
  .map((list) => list.toSorted((one, other) => one - other))
const aStep: fc.Arbitrary<Omit<RunStep, 'runId'>> = fc.record({
  seq: fc.nat(100_000),
  engine: fc.constantFrom(ENGINE, 'zzzz9999'),
  opens: places,
  ends: places.chain((list) => fc.tuple(...list.map((place) => anEnd.map((end): [number, RowEnd] => [place, end])))),
})

const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)
const step = (changes: Partial<RunStep>) => ({ seq: 3, engine: ENGINE, opens: [], ends: [], ...changes })

describe('what is written down of a run', () => {
  it.each([
    ['a run', { rows: 10_000, pages: 67 }, '1 10000 67 -'],
    ['a run that takes one back', { rows: 1, pages: 1, undoes: ENGINE }, `1 1 1 ${ENGINE}`],
  ])('tells of %s', (_, run, body) => {
    expect(toRunBody(run)).toBe(body)
    expect(readRun(body)).toEqual(run)
  })

  it.each([
    ['that the run is going on', step({}), `1 3 ${ENGINE} - -`],
    ['which rows are opened', step({ opens: [4, 5, 6, 9, 11, 12] }), `1 3 ${ENGINE} 4-6,9,11-12 -`],
    [
      'how rows ended, with what a row needs',
      step({
        ends: [
          [4, DONE],
          [5, { kind: 'left-alone', now: anOwnerRef(7, 31) }],
          [6, { kind: 'already-so' }],
          [8, { kind: 'done', replaced: { kind: 'newer', owner: null } }],
          [9, { kind: 'not-done', code: 'ERROR_CORE' }],
        ],
      }),
      `1 3 ${ENGINE} - 4dls,8nx 31:7 - ERROR_CORE`,
    ],
  ])('tells %s', (_, written, body) => {
    expect(toStepBody(written)).toBe(body)
    expect(readStep(body)).toEqual(written)
  })

  it('gives back every step and every end of a run', () => {
    fc.assert(
      fc.property(aStep, fc.constantFrom('finished' as const, 'stopped' as const), (written, ending) => {
        expect(readStep(toStepBody(written))).toEqual(written)
        expect(readRunEnd(toEndBody(written, ending))).toEqual({ ...written, ending })
      }),
    )
  })

  it('takes about 3 bytes an order for a step', () => {
    const bytes = range(0, 200).reduce((sum, chunk) => {
      const ends = range((chunk - 1) * 45, chunk === 0 ? 0 : 45).map((place): [number, RowEnd] => [place, DONE])
      return sum + toStepBody(step({ seq: chunk, opens: range(chunk * 45, 45), ends })).length
    }, 0)
    expect(bytes / (200 * 45)).toBeLessThanOrEqual(3)
  })

  it('fits what the portal keeps, whatever becomes of 50 rows far apart', () => {
    const far = range(0, 50).map((place) => place * 190)
    const longest: RowEnd[] = [
      { kind: 'not-done', code: 'x'.repeat(200) },
      { kind: 'overtaken', now: anOwnerRef(Number.MAX_SAFE_INTEGER, 1038), ours: 'unknown' },
    ]
    for (const end of longest) {
      const body = toStepBody(step({ opens: far, ends: far.map((place) => [place, end]) }))
      expect(body.length).toBeLessThanOrEqual(3_500)
    }
  })

  it.each([
    ['a space', 'ERROR CORE', 'ERROR_CORE'],
    ['markup', '<b>&', '_b__'],
    ['nothing', '', '-'],
    ['many letters', 'E'.repeat(500), 'E'.repeat(40)],
  ])('keeps a code of %s from breaking the text', (_, code, kept) => {
    const written = toStepBody(step({ ends: [[1, { kind: 'not-done', code }]] }))
    expect(readStep(written)?.ends).toEqual([[1, { kind: 'not-done', code: kept }]])
  })

  it.each([
    `2 3 ${ENGINE} - -`,
    `1 x ${ENGINE} - -`,
    '1 3 <b> - -',
    `1 3 ${ENGINE} - - extra`,
    `1 3 ${ENGINE} -`,
    `1 3 ${ENGINE} 6-4 -`,
    `1 3 ${ENGINE} 4,4 -`,
    `1 3 ${ENGINE} 0-99999999 -`,
    `1 3 ${ENGINE} 0-9999999 -`,
    `1 3 ${ENGINE} - 4q`,
    `1 3 ${ENGINE} - 4`,
    `1 3 ${ENGINE} - 4n`,
    `1 3 ${ENGINE} - 4n 2`,
    `1 3 ${ENGINE} - 4d 2:3`,
    `1 3 ${ENGINE} - dd`,
    '',
  ])('takes no forged body for a step: %s', (body) => {
    expect(readStep(body)).toBeUndefined()
    expect(readRunEnd(body.replace(/^1/, '1 finished'))).toBeUndefined()
  })

  it.each(['2 1 1 -', '1 1 1', '1 -1 1 -', '1 1 1 ../x', `1 lost 0 ${ENGINE} - -`, ''])(
    'takes no forged body for a run or its end: %s',
    (body) => {
      expect(readRun(body)).toBeUndefined()
      expect(readRunEnd(body)).toBeUndefined()
    },
  )

  it('never throws, whatever is read', () => {
    const pieces = fc.array(fc.constantFrom('1', ' ', ',', '-', 'd', 'n', 'x', '0', '77', ENGINE, 'finished', '2:5'))
    for (const text of [fc.string(), pieces.map((texts) => `1 3 ${ENGINE} ${texts.join('')}`), pieces.map(String)]) {
      fc.assert(fc.property(text, (body) => void [readRun(body), readStep(body), readRunEnd(body)]))
    }
  })
})
