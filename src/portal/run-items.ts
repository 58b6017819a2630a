import type { RowState, RunEnding, RunHead, RunRow, StoredRun } from '@/domain/run'
import type { JournalItem } from './journal-items'
import type { ReadPage } from './page-text'
import type { RunText, StepText } from './run-text'
import { mergeRowStates } from '@/domain/run'
import { isAltered } from './journal-items'
import { readPage } from './page-text'
import { readRun, readRunEnd, readStep } from './run-text'

/** What the items of a run tell. A run of which something is missing or cannot be read is none that anybody may go on with. */
type RunReading =
  | { kind: 'whole'; run: StoredRun }
  /** Pages of its plan are missing, or rows in them. */
  | { kind: 'incomplete'; head: RunHead }
  /** Something of it was written by another version. */
  | { kind: 'unreadable' }
  | { kind: 'absent' }

const kindOf = ({ PROPERTY_VALUES }: JournalItem) => PROPERTY_VALUES.KIND
const bodyOf = ({ PROPERTY_VALUES }: JournalItem) => PROPERTY_VALUES.BODY ?? ''
const inOrderOfStoring = (items: readonly JournalItem[]) => items.toSorted((one, other) => one.ID - other.ID)

interface FoundRun extends RunText {
  id: string
  item: JournalItem
}

/** Reads the item of a run; nothing where this version cannot. */
export function toFoundRun(item: JournalItem): FoundRun | undefined {
  const id = item.PROPERTY_VALUES.KEY
  const read = readRun(bodyOf(item))
  return id && kindOf(item) === 'run' && read ? { ...read, id, item } : undefined
}

/** What the last of the ends says. */
function endingIn(items: readonly JournalItem[]): RunEnding | undefined {
  const ends = inOrderOfStoring(items).filter((item) => kindOf(item) === 'end')
  return ends.flatMap((item) => readRunEnd(bodyOf(item)) ?? []).at(-1)?.ending
}

/** Gives the head of a run: its item, and those of its ends. */
export function toHead({ id, rows, undoes, item }: FoundRun, ends: readonly JournalItem[]): RunHead {
  const ending = endingIn(ends)
  return {
    id,
    rows,
    ...(undoes && { undoes }),
    at: item.DATE_CREATE,
    by: item.CREATED_BY,
    ...(ending && { ending }),
    isAltered: isAltered(item) || ends.some(isAltered),
  }
}

interface PageItem extends ReadPage {
  body: string
}

/** The pages of a plan, each once: what was stored again, as an answer was lost, is the same. Pages by others are none of it. */
function pagesIn(items: readonly JournalItem[], author: number): PageItem[] | undefined {
  const pages: PageItem[] = []
  for (const item of items) {
    if (kindOf(item) !== 'page' || item.CREATED_BY !== author) continue
    const page = readPage(bodyOf(item))
    if (!page) return undefined
    pages.push({ ...page, body: bodyOf(item) })
  }
  return pages
}

interface ReadPlan {
  rows: RunRow[]
  /** All pages are there, with as many rows as the run has, by order id. */
  isWhole: boolean
  /** Two pages of one number tell different things. */
  isDoubtful: boolean
}

function toPlan({ rows: count, pages: pageCount }: RunText, pages: readonly PageItem[]): ReadPlan {
  // The first one that was stored counts.
  const byNumber = new Map(pages.toReversed().map((page) => [page.number, page]))
  const whole = Array.from({ length: pageCount }, (_, number) => byNumber.get(number))
  const rows = whole.flatMap((page) => page?.rows ?? [])
  const isInOrder = rows.every((row, place) => place === 0 || row.orderId > (rows[place - 1]?.orderId ?? 0))
  return {
    rows,
    isWhole: !whole.includes(undefined) && rows.length === count && isInOrder,
    isDoubtful: pages.some(({ number, body }) => byNumber.get(number)?.body !== body),
  }
}

interface StepItem extends StepText {
  item: JournalItem
}

/** Steps and ends of a run, in order of storing; nothing where one cannot be read or names a row that is none. */
function stepsIn(items: readonly JournalItem[], rows: number): StepItem[] | undefined {
  const steps: StepItem[] = []
  for (const item of items) {
    const kind = kindOf(item)
    if (kind !== 'step' && kind !== 'end') continue
    const step = kind === 'step' ? readStep(bodyOf(item)) : readRunEnd(bodyOf(item))
    if (!step || [...step.opens, ...step.ends.map(([place]) => place)].some((place) => place >= rows)) return undefined
    steps.push({ ...step, item })
  }
  return steps
}

/** A step may be stored long after it was sent: those of one engine follow each other by their own number. */
function inOrderOfSending(steps: readonly StepItem[]): StepItem[] {
  const engines = [...new Set(steps.map(({ engine }) => engine))]
  const turnOf = ({ engine }: StepItem) => engines.indexOf(engine)
  return steps.toSorted((one, other) => turnOf(one) - turnOf(other) || one.seq - other.seq)
}

function toStates(steps: readonly StepItem[], rows: number): RowState[] {
  const states = Array.from({ length: rows }, (): RowState => ({ kind: 'waiting' }))
  for (const { opens, ends } of inOrderOfSending(steps)) {
    for (const [place, end] of ends) states[place] = mergeRowStates(states[place] ?? { kind: 'waiting' }, end)
    for (const place of opens) states[place] = { kind: 'open' }
  }
  return states
}

/** Gives a step as the newest one of a run. */
export function toNewest(item: JournalItem): StoredRun['newest'] {
  const step = kindOf(item) === 'step' ? readStep(bodyOf(item)) : undefined
  return step && { seq: step.seq, engine: step.engine, at: item.DATE_CREATE, by: item.CREATED_BY, opens: step.opens }
}

/** Puts a run together from all items that stand under it; others among them do not count. */
export function toRun(id: string, read: readonly JournalItem[]): RunReading {
  const items = inOrderOfStoring(read).filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.RUN === id)
  const item = items.find((one) => kindOf(one) === 'run' && one.PROPERTY_VALUES.KEY === id)
  const found = item && toFoundRun(item)
  const pages = found && pagesIn(items, found.item.CREATED_BY)
  const steps = found && stepsIn(items, found.rows)
  if (!item) return { kind: 'absent' }
  if (!found || !pages || !steps) return { kind: 'unreadable' }
  const head = toHead(found, items)
  const { rows: plan, isWhole, isDoubtful } = toPlan(found, pages)
  if (!isWhole) return { kind: 'incomplete', head }
  const newest = items.flatMap((one) => toNewest(one) ?? []).at(-1)
  const run = {
    ...head,
    isAltered: head.isAltered || items.some(isAltered) || isDoubtful,
    plan,
    states: toStates(steps, plan.length),
    ...(newest && { newest }),
  }
  return { kind: 'whole', run }
}
