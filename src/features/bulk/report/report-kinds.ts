import type { Planned, PlanKind } from '@/domain/plan'
import type { RowState } from '@/domain/run'

/** What became of one row of a plan. */
export type Outcome =
  /** It was part of the run: what it was to be, and how it ended. */
  | { kind: 'in-run'; planned: Planned; state: RowState }
  /** A person had taken its tick off. */
  | { kind: 'left-out'; planned: Planned }
  /** The plan had nothing to write for it. */
  | { kind: 'not-planned'; why: Exclude<PlanKind, Planned> }

/** What a report is looked at by, in the order of the filters. Every row has exactly one beside `all`. */
export const REPORT_FILTERS = [
  'all',
  'needs-you',
  'bind',
  'move',
  'detach',
  'not-checked',
  'already-there',
  'not-written',
  'not-possible',
] as const
export type ReportFilter = (typeof REPORT_FILTERS)[number]

/** Gives the filter, other than all, that shows rows with this outcome. */
export function reportFilterOf(outcome: Outcome): Exclude<ReportFilter, 'all'> {
  if (outcome.kind === 'left-out') return 'not-written'
  if (outcome.kind === 'not-planned') return outcome.why === 'already-there' ? 'already-there' : 'not-possible'
  const { planned, state } = outcome
  switch (state.kind) {
    case 'done':
      if (state.replaced.kind === 'as-planned') return planned
      return state.replaced.kind === 'newer' ? 'needs-you' : 'not-checked'
    case 'already-so':
      return 'already-there'
    case 'waiting':
      return 'not-written'
    case 'order-gone':
      return 'not-possible'
    case 'open':
    case 'left-alone':
    case 'overtaken':
    case 'not-done':
    case 'unknown':
      return 'needs-you'
    default:
      return state satisfies never
  }
}

/** Tells whether wishing the same once more can help: by a plan of its own, so that nothing is overwritten unseen. */
export function canRepeat(outcome: Outcome): boolean {
  if (outcome.kind !== 'in-run') return outcome.kind === 'not-planned' && outcome.why === 'not-read'
  return ['waiting', 'open', 'not-done', 'unknown'].includes(outcome.state.kind)
}

/** Tells whether a person has to say what shall become of the order: somebody else has changed it. */
export function isToDecide(outcome: Outcome): boolean {
  return outcome.kind === 'in-run' && ['left-alone', 'overtaken'].includes(outcome.state.kind)
}

/** Counts outcomes by their filters. */
export function countReport(outcomes: readonly Outcome[]): Record<ReportFilter, number> {
  const counts: Record<ReportFilter, number> = {
    'all': outcomes.length,
    'needs-you': 0,
    'bind': 0,
    'move': 0,
    'detach': 0,
    'not-checked': 0,
    'already-there': 0,
    'not-written': 0,
    'not-possible': 0,
  }
  for (const outcome of outcomes) counts[reportFilterOf(outcome)] += 1
  return counts
}

/** A report opens on what needs a person, if anything does. */
export const firstFilter = (counts: Record<ReportFilter, number>): ReportFilter =>
  counts['needs-you'] > 0 ? 'needs-you' : 'all'
