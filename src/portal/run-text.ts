import type { OwnerRef } from '@/domain/owner'
import type { RowEnd, RunEnding, RunStep } from '@/domain/run'
import * as v from 'valibot'
import { wholeNumber } from './decode'
import { A_KEY, OWNER_OR_NONE, toOwnerText } from './journal-text'

/*
 * A run is `1 <rows> <pages> <the run that it takes back>`.
 * A step is `1 <seq> <engine> <opened rows> <ends> <details>`, an end of a run `1 <ending>` and the same from the seq on. Rows are `4`
 * or `4-9`, ends the first of some rows that follow each other and a letter for each, `4ddx`; both in lists with commas, `-` where
 * there are none. Letters that need one have a detail each, in their order: an owner, two with a slash between them, or the portal's code.
 */

const VERSION = '1'
const NONE = '-'
/** No run has more rows: a range beyond would only fill the memory. */
const MOST_ROWS = 1_000_000
const ENDINGS: readonly RunEnding[] = ['finished', 'stopped']

/** A run as it is stored, apart from its rows. */
export interface RunText {
  rows: number
  pages: number
  undoes?: string
}

/** Writes down how large a run is, and which one it takes back. */
export const toRunBody = ({ rows, pages, undoes = NONE }: RunText): string => [VERSION, rows, pages, undoes].join(' ')

const COUNT = v.pipe(
  wholeNumber,
  v.check((count) => count <= MOST_ROWS),
)
const RUN = v.strictTuple([v.literal(VERSION), COUNT, COUNT, v.union([v.literal(NONE), A_KEY])])

/** Reads the body of a run; nothing where this version cannot. */
export function readRun(body: string): RunText | undefined {
  const read = v.safeParse(RUN, body.split(' '))
  if (!read.success) return undefined
  const [, rows, pages, undoes] = read.output
  return { rows, pages, ...(undoes !== NONE && { undoes }) }
}

/** Ends that a letter tells in full. */
const PLAIN_ENDS: Record<string, RowEnd> = {
  d: { kind: 'done', replaced: { kind: 'as-planned' } },
  c: { kind: 'done', replaced: { kind: 'not-checked' } },
  s: { kind: 'already-so' },
  g: { kind: 'order-gone' },
  u: { kind: 'unknown' },
}
/** Ends that name an owner. */
const OWNER_ENDS: Record<string, (owner: OwnerRef | null) => RowEnd> = {
  n: (owner) => ({ kind: 'done', replaced: { kind: 'newer', owner } }),
  l: (now) => ({ kind: 'left-alone', now }),
  w: (now) => ({ kind: 'overtaken', now, ours: 'written' }),
  o: (now) => ({ kind: 'overtaken', now, ours: 'not-written' }),
  v: (now) => ({ kind: 'overtaken', now, ours: 'unknown' }),
}
/** Ends that name the owner now, and a newer one that our write replaced. */
const OWNERS_ENDS: Record<string, 'written' | 'unknown'> = { y: 'written', z: 'unknown' }
const NOT_DONE = 'x'
const OVERTAKEN = { 'written': 'w', 'not-written': 'o', 'unknown': 'v' } as const

/** The portal's codes are words of Latin letters and digits; whatever else comes must not break the text. */
const toCodeText = (code: string): string => code.replace(/[^\w.-]/g, '_').slice(0, 40) || NONE

/** Writes an end as its letter, with its detail where it has one. */
function toEndText(end: RowEnd): [letter: string, detail?: string] {
  switch (end.kind) {
    case 'done':
      if (end.replaced.kind === 'newer') return ['n', toOwnerText(end.replaced.owner)]
      return [end.replaced.kind === 'as-planned' ? 'd' : 'c']
    case 'already-so':
      return ['s']
    case 'order-gone':
      return ['g']
    case 'unknown':
      return ['u']
    case 'left-alone':
      return ['l', toOwnerText(end.now)]
    case 'overtaken':
      if (end.replaced === undefined || end.ours === 'not-written') return [OVERTAKEN[end.ours], toOwnerText(end.now)]
      return [end.ours === 'written' ? 'y' : 'z', `${toOwnerText(end.now)}/${toOwnerText(end.replaced)}`]
    case 'not-done':
      return [NOT_DONE, toCodeText(end.code)]
    default:
      return end satisfies never
  }
}

const TWO_OWNERS = v.strictTuple([OWNER_OR_NONE, OWNER_OR_NONE])

/** Reads an end; nothing where its letter or its detail is unknown. */
function readEnd(letter: string, nextDetail: () => string | undefined): RowEnd | undefined {
  const plain = Object.hasOwn(PLAIN_ENDS, letter) ? PLAIN_ENDS[letter] : undefined
  if (plain) return plain
  const detail = nextDetail()
  if (detail === undefined) return undefined
  if (letter === NOT_DONE) return { kind: 'not-done', code: detail }
  const ours = Object.hasOwn(OWNERS_ENDS, letter) ? OWNERS_ENDS[letter] : undefined
  if (ours) {
    const owners = v.safeParse(TWO_OWNERS, detail.split('/'))
    return owners.success ? { kind: 'overtaken', ours, now: owners.output[0], replaced: owners.output[1] } : undefined
  }
  const owner = v.safeParse(OWNER_OR_NONE, detail)
  const make = Object.hasOwn(OWNER_ENDS, letter) ? OWNER_ENDS[letter] : undefined
  return owner.success ? make?.(owner.output) : undefined
}

/** Writes places as ranges. */
function toRanges(places: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const place of places.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last && place <= last[1] + 1) last[1] = place
    else ranges.push([place, place])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',') || NONE
}

const RANGE = /^(\d{1,7})(?:-(\d{1,7}))?$/

/** Reads ranges; nothing where one cannot be read, or they are not in order. */
function readRanges(text: string): number[] | undefined {
  const places: number[] = []
  for (const range of text === NONE ? [] : text.split(',')) {
    const [read, first, last = first] = RANGE.exec(range) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (!read || to < from || to >= MOST_ROWS || from <= (places.at(-1) ?? -1)) return undefined
    for (let place = from; place <= to; place += 1) places.push(place)
  }
  return places
}

/** Writes ends, those of rows that follow each other behind the place of the first. */
function toEndsText(ends: RunStep['ends']): string[] {
  const sorted = ends.toSorted(([one], [other]) => one - other)
  const texts = sorted.map(([, end]) => toEndText(end))
  const groups = texts.map(([letter], index) => {
    const [place, before] = [sorted[index]?.[0] ?? 0, sorted[index - 1]?.[0]]
    return before === place - 1 ? letter : `,${place}${letter}`
  })
  return [groups.join('').slice(1) || NONE, ...texts.flatMap(([, detail]) => detail ?? [])]
}

const GROUP = /^(\d{1,7})([a-z]+)$/

function readEnds(text: string, details: readonly string[]): RunStep['ends'] | undefined {
  const ends: [number, RowEnd][] = []
  let used = 0
  for (const group of text === NONE ? [] : text.split(',')) {
    const [read, first, letters = ''] = GROUP.exec(group) ?? []
    if (!read) return undefined
    for (const [offset, letter] of [...letters].entries()) {
      const end = readEnd(letter, () => details[used++])
      if (!end) return undefined
      ends.push([Number(first) + offset, end])
    }
  }
  return used === details.length ? ends : undefined
}

/** A step as it is stored: it stands under its run. */
export type StepText = Omit<RunStep, 'runId'>

const toStepWords = ({ seq, engine, opens, ends }: StepText) => [seq, engine, toRanges(opens), ...toEndsText(ends)]

/** Writes a step down. */
export const toStepBody = (step: StepText): string => [VERSION, ...toStepWords(step)].join(' ')

/** Writes the end of a run down, with how its last rows ended. */
export const toEndBody = (step: StepText, ending: RunEnding): string =>
  [VERSION, ending, ...toStepWords(step)].join(' ')

const STEP_HEAD = v.strictTuple([wholeNumber, A_KEY])

function readStepWords([seq, engine, opensText = '', endsText = '', ...details]: string[]): StepText | undefined {
  const head = v.safeParse(STEP_HEAD, [seq, engine])
  const [opens, ends] = [readRanges(opensText), readEnds(endsText, details)]
  if (!head.success || !opens || !ends) return undefined
  return { seq: head.output[0], engine: head.output[1], opens, ends }
}

/** Reads the body of a step; nothing where this version cannot. */
export function readStep(body: string): StepText | undefined {
  const [version, ...words] = body.split(' ')
  return version === VERSION ? readStepWords(words) : undefined
}

/** Reads the body of a run's end; nothing where this version cannot. */
export function readRunEnd(body: string): (StepText & { ending: RunEnding }) | undefined {
  const [version, word, ...words] = body.split(' ')
  const ending = ENDINGS.find((one) => one === word)
  const step = version === VERSION && ending ? readStepWords(words) : undefined
  return step && ending && { ...step, ending }
}
