import type { RunEnding, StrangeItem } from '@/domain/run'
import type { JournalItem } from './journal-items'
import type { StepText } from './run-text'
import { readRunEnd, readStep } from './run-text'

/** What is known of a run beside its steps. */
interface RunBasis {
  author: number
  rows: number
  at: JournalItem['DATE_CREATE']
}

/** A step or an end that somebody's window may have stored. */
export interface StepItem extends StepText {
  item: JournalItem
  /** Only in an end. */
  ending?: RunEnding
}

/** Steps and ends of a run as far as they may be believed, in order of storing, and those that may not. */
export interface ReadSteps {
  steps: StepItem[]
  strange: StrangeItem[]
  /** Rows that an item which is not believed may have opened: all where it cannot be read. */
  doubtful: ReadonlySet<number> | 'all'
}

/** A window asks at most once a second. So much more than that, no clock of the portal is wrong. */
const SPARE_NUMBERS = 1_000

const STEPS: unknown[] = ['step', 'end']

function readItem(item: JournalItem): StepItem | undefined {
  const body = item.PROPERTY_VALUES.BODY ?? ''
  const read = item.PROPERTY_VALUES.KIND === 'end' ? readRunEnd(body) : readStep(body)
  return read && { ...read, item }
}

/** Tells whether somebody else than whoever made it has changed an item. Where the portal names nobody, that is not known. */
export function isByOtherHand({ CREATED_BY, MODIFIED_BY }: JournalItem): boolean {
  return MODIFIED_BY > 0 && MODIFIED_BY !== CREATED_BY
}

const rowsIn = ({ opens, ends }: StepText): number[] => [...opens, ...ends.map(([place]) => place)]

/** Judges the steps of one run after the other: later ones by what earlier ones have told. */
function createJudge({ rows, at, author }: RunBasis, read: readonly (StepItem | undefined)[]) {
  // Whoever copies the name of a window may have done so in an older item: those of the run's own author are known beforehand.
  const own = read.filter((step) => step?.item.CREATED_BY === author && !isByOtherHand(step.item))
  const owners = new Map<string, number>(own.flatMap((step) => (step ? [[step.engine, author] as const] : [])))
  const bodies = new Map<string, string | null | undefined>()

  function isNumberPossible({ seq, item }: StepItem): boolean {
    if (!at || !item.DATE_CREATE) return true
    return seq <= SPARE_NUMBERS + Math.max(0, item.DATE_CREATE.at - at.at) / 1000
  }

  /** An engine is one window of one person, and each of its numbers says one thing. */
  return (step: StepItem): boolean => {
    const { engine, seq, item } = step
    const [owner, body] = [owners.get(engine), bodies.get(`${engine} ${seq}`)]
    const isTheirs = owner === undefined || owner === item.CREATED_BY
    const isSame = body === undefined || body === item.PROPERTY_VALUES.BODY
    if (!isTheirs || !isSame || !isNumberPossible(step) || rowsIn(step).some((place) => place >= rows)) return false
    owners.set(engine, item.CREATED_BY)
    bodies.set(`${engine} ${seq}`, item.PROPERTY_VALUES.BODY)
    return true
  }
}

/**
 * Reads the steps and ends among the items of a run, which come in order of storing. Everybody may write there: what cannot be read, what
 * somebody has changed and what no window can have said is named, and nothing of it is believed.
 */
export function readSteps(items: readonly JournalItem[], basis: RunBasis): ReadSteps {
  const read = items.flatMap((item) =>
    STEPS.includes(item.PROPERTY_VALUES.KIND) ? [{ item, step: readItem(item) }] : [],
  )
  const isPossible = createJudge(
    basis,
    read.map(({ step }) => step),
  )
  const steps: StepItem[] = []
  const strange: StrangeItem[] = []
  const doubtful = new Set<number>()
  let isAnyDoubtful = false
  for (const { item, step } of read) {
    const isChanged = isByOtherHand(item)
    if (step && !isChanged && isPossible(step)) {
      steps.push(step)
      continue
    }
    const why = isChanged ? 'altered' : step ? 'impossible' : 'unreadable'
    strange.push({ why, by: isChanged ? item.MODIFIED_BY : item.CREATED_BY, at: item.DATE_CREATE })
    if (why === 'impossible' && step) rowsIn(step).forEach((place) => doubtful.add(place))
    else isAnyDoubtful = true
  }
  return { steps, strange, doubtful: isAnyDoubtful ? 'all' : doubtful }
}
