import type { RowState, RunEnding, RunHead, StoredRun, StrangeItem } from '@/domain/run'
import type { JournalItem } from './journal-items'
import type { RunText } from './run-text'
import type { ReadSteps, StepItem } from './step-items'
import { isEnded, mergeRowStates } from '@/domain/run'
import { isAltered } from './journal-items'
import { toPlan } from './run-plan'
import { readRun, readRunEnd, readStep } from './run-text'
import { isByOtherHand, readSteps } from './step-items'

/** What the items of a run tell. A run of which a part of the plan is missing is none that anybody may go on with. */
type RunReading =
  | { kind: 'whole'; run: StoredRun }
  /** Pages of its plan are missing, or rows in them; nobody believes a page that somebody else has changed. */
  | { kind: 'incomplete'; head: RunHead }
  /** It was written by another version. */
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
  const ends = inOrderOfStoring(items).filter((item) => kindOf(item) === 'end' && !isByOtherHand(item))
  return ends.flatMap((item) => readRunEnd(bodyOf(item)) ?? []).at(-1)?.ending
}

/** Gives the head of a run: its item, and those of its ends that are to be believed. */
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

/** A step may be stored long after it was sent: those of one engine follow each other by their own number. */
function inOrderOfSending(steps: readonly StepItem[]): StepItem[] {
  const engines = [...new Set(steps.map(({ engine }) => engine))]
  const turnOf = ({ engine }: StepItem) => engines.indexOf(engine)
  return steps.toSorted((one, other) => turnOf(one) - turnOf(other) || one.seq - other.seq)
}

interface Told {
  states: RowState[]
  toldBy: Map<number, number>
}

function toStates({ steps, doubtful }: ReadSteps, { rows, author }: { rows: number; author: number }): Told {
  const states = Array.from({ length: rows }, (): RowState => ({ kind: 'waiting' }))
  const toldBy = new Map<number, number>()
  for (const { opens, ends, item } of inOrderOfSending(steps)) {
    const isOther = item.CREATED_BY !== author
    const told = [...ends, ...opens.map((place) => [place, { kind: 'open' }] as const)]
    for (const [place, next] of told) {
      const former = states[place] ?? { kind: 'waiting' }
      // Nobody else takes away what the run's own window has seen done.
      const isKept = isOther && former.kind === 'done' && !toldBy.has(place)
      if (isKept || mergeRowStates(former, next) !== next) continue
      states[place] = next
      if (isOther && isEnded(next)) toldBy.set(place, item.CREATED_BY)
      else toldBy.delete(place)
    }
  }
  const isDoubtful = (place: number) => doubtful === 'all' || doubtful.has(place)
  states.forEach(({ kind }, place) => kind === 'waiting' && isDoubtful(place) && (states[place] = { kind: 'open' }))
  return { states, toldBy }
}

/** Whoever ends a run that they have not begun has taken it over before. */
function whyNoEnd(end: StepItem, { steps }: ReadSteps, { states, author }: { states: RowState[]; author: number }) {
  const isEarly = steps.every(({ engine, ending }) => engine !== end.engine || ending !== undefined)
  if (isEarly && end.item.CREATED_BY !== author) return 'early'
  return end.ending === 'finished' && !states.every(isEnded) ? 'unfinished' : undefined
}

/** Judges the ends of a run: the last one that is to be believed counts. */
function toEnding(
  read: ReadSteps,
  about: { states: RowState[]; author: number },
): { ending?: RunEnding; strange: StrangeItem[] } {
  const strange: StrangeItem[] = []
  let ending: RunEnding | undefined
  for (const step of read.steps.filter((one) => one.ending !== undefined)) {
    const why = whyNoEnd(step, read, about)
    if (why) strange.push({ why, by: step.item.CREATED_BY, at: step.item.DATE_CREATE })
    else ending = step.ending
  }
  return { ...(ending && { ending }), strange }
}

type Newest = NonNullable<StoredRun['newest']>

/** The engine of a step that tells of none. */
export const UNKNOWN_ENGINE = '?'

/** Gives a step as the newest one of a run; one that cannot be read, or that somebody has changed, was stored all the same. */
export function toNewest(item: JournalItem): StoredRun['newest'] {
  if (kindOf(item) !== 'step') return undefined
  const read = isByOtherHand(item) ? undefined : readStep(bodyOf(item))
  const { seq, engine, opens } = read ?? { seq: 0, engine: UNKNOWN_ENGINE, opens: [] }
  return { seq, engine, opens, at: item.DATE_CREATE, by: item.CREATED_BY }
}

const newestOf = ({ seq, engine, opens, item }: StepItem): Newest => ({
  seq,
  engine,
  opens,
  at: item.DATE_CREATE,
  by: item.CREATED_BY,
})

/** Puts a run together from one of the items that say that they are it. */
function toReading(id: string, item: JournalItem, items: readonly JournalItem[]): RunReading {
  const isChanged = isByOtherHand(item)
  const found = isChanged ? { id, item, rows: 0, pages: 0 } : toFoundRun(item)
  if (!found) return { kind: 'unreadable' }
  const plan = toPlan(found, items)
  const head = toHead({ ...found, rows: plan.rows.length }, [])
  if (!plan.isWhole) return { kind: 'incomplete', head: { ...head, rows: found.rows } }
  const [rows, author] = [plan.rows.length, head.by]
  const steps = readSteps(items, { rows, author, at: head.at })
  const { states, toldBy } = toStates(steps, { rows, author })
  const { ending, strange: ends } = toEnding(steps, { states, author })
  const newest = steps.steps.filter((step) => step.ending === undefined).at(-1)
  const altered: StrangeItem[] = isChanged ? [{ why: 'altered', by: item.MODIFIED_BY, at: item.TIMESTAMP_X }] : []
  const strange = [...altered, ...steps.strange, ...ends]
  const run = {
    ...head,
    ...(ending && { ending }),
    isAltered: head.isAltered || items.some(isAltered) || plan.isDoubtful,
    plan: plan.rows,
    states,
    ...(newest && { newest: newestOf(newest) }),
    ...(toldBy.size > 0 && { toldBy }),
    ...(strange.length > 0 && { strange }),
  }
  return { kind: 'whole', run }
}

/**
 * Puts a run together from all items that stand under it; others among them do not count. Where several say that they are the run, the
 * first one does whose plan is whole: those that were changed come last.
 */
export function toRun(id: string, read: readonly JournalItem[]): RunReading {
  const items = inOrderOfStoring(read).filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.RUN === id)
  const runs = items.filter((one) => kindOf(one) === 'run' && one.PROPERTY_VALUES.KEY === id)
  const inTurn = runs.toSorted((one, other) => Number(isAltered(one)) - Number(isAltered(other)))
  const readings = inTurn.map((item) => toReading(id, item, items))
  return readings.find(({ kind }) => kind === 'whole') ?? readings[0] ?? { kind: 'absent' }
}
