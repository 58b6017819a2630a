import type { OwnerRef } from '@/domain/owner'
import type { RowEnd } from '@/domain/run'
import type { Outcome } from './report-kinds'

/** How an outcome is said, by keys of texts: what happened, and below it what is to be known of it. */
export interface OutcomeText {
  tone: 'good' | 'bad' | 'warning' | 'busy' | 'quiet'
  first: string
  second?: string
  /** Stands in the braces of the second line. */
  owner?: OwnerRef
  /** Said after the second line, with an owner of its own. */
  also?: string
  former?: OwnerRef
  code?: string
}

const KEY = 'bulk.outcome'

const nowText = (now: OwnerRef | null): Pick<OutcomeText, 'second' | 'owner'> =>
  now ? { second: `${KEY}.now`, owner: now } : { second: `${KEY}.nowNone` }

function doneText(first: string, { replaced }: Extract<RowEnd, { kind: 'done' }>): OutcomeText {
  if (replaced.kind === 'as-planned') return { tone: 'good', first }
  if (replaced.kind === 'not-checked') return { tone: 'good', first, second: `${KEY}.not-checked` }
  if (!replaced.owner) return { tone: 'warning', first, second: `${KEY}.newerNone` }
  return { tone: 'warning', first, second: `${KEY}.newer`, owner: replaced.owner }
}

function overtakenText({ now, ours, replaced }: Extract<RowEnd, { kind: 'overtaken' }>): OutcomeText {
  const text: OutcomeText = { tone: 'warning', first: `${KEY}.overtaken`, ...nowText(now) }
  if (replaced === undefined) return text
  if (replaced === null) return { ...text, also: `${KEY}.newerNone` }
  return { ...text, also: `${KEY}.${ours === 'written' ? 'newer' : 'mayBeNewer'}`, former: replaced }
}

/** Says what became of a row. `isOver`: the run has ended, so that nothing more becomes of it here. */
export function outcomeText(outcome: Outcome, isOver: boolean): OutcomeText {
  if (outcome.kind === 'left-out') return { tone: 'quiet', first: `${KEY}.left-out` }
  if (outcome.kind === 'not-planned') {
    const kind = outcome.why === 'already-there' ? outcome.why : 'not-possible'
    return { tone: 'quiet', first: `bulk.kind.${kind}` }
  }
  const { planned, state } = outcome
  switch (state.kind) {
    case 'waiting':
      return { tone: 'quiet', first: `${KEY}.waiting`, second: `${KEY}.waitingHint` }
    case 'open':
      return isOver
        ? { tone: 'warning', first: `${KEY}.openEnd`, second: `${KEY}.openHint` }
        : { tone: 'busy', first: `${KEY}.open` }
    case 'done':
      return doneText(`${KEY}.${planned}`, state)
    case 'already-so':
      return { tone: 'quiet', first: `${KEY}.already-so` }
    case 'left-alone':
      return { tone: 'warning', first: `${KEY}.left-alone`, ...nowText(state.now) }
    case 'overtaken':
      return overtakenText(state)
    case 'order-gone':
      return { tone: 'quiet', first: `${KEY}.order-gone` }
    case 'not-done':
      return { tone: 'bad', first: `${KEY}.not-done`, second: `${KEY}.refused`, code: state.code }
    case 'unknown':
      return { tone: 'warning', first: `${KEY}.unknown`, second: `${KEY}.unknownHint` }
    default:
      return state satisfies never
  }
}
