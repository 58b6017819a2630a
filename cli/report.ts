import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { PlanKind, PlanRow } from '@/domain/plan'
import type { RowState, RunRow } from '@/domain/run'
import * as v from 'valibot'
import { toCsv } from '@/domain/csv'
import { ownerKey, refOf } from '@/domain/owner'
import { isPlanned, NOT_PLANNED, PLANNED } from '@/domain/plan'

const ROW = v.object({
  kind: v.picklist([...PLANNED, ...NOT_PLANNED]),
  line: v.optional(v.number()),
  text: v.optional(v.string()),
  order: v.optional(v.number()),
  /** `2:45`, empty for none; absent where it is not known. */
  from: v.optional(v.string()),
  to: v.optional(v.string()),
})

/** One line of a list, as it was planned; a journal keeps them for the report. */
export const REPORT_ROWS = v.array(ROW)
export type ReportRow = v.InferOutput<typeof ROW>

const KIND_WORDS: Record<PlanKind, string> = {
  'bind': 'bind',
  'move': 'move',
  'detach': 'detach',
  'already-there': 'already so',
  'changed-since': 'changed since, left alone',
  'order-missing': 'no such order',
  'owner-missing': 'no such owner',
  'owner-hidden': 'owner not found, or not visible to this webhook',
  'type-not-offered': 'the portal does not offer this owner type',
  'duplicate': 'named twice',
  'ambiguous': 'could be two orders: say --orders number or --orders id',
  'unreadable': 'not readable',
  'no-right': 'no right to change',
  'not-read': 'could not be read',
}

const STATE_WORDS: Record<Exclude<RowState['kind'], 'done'>, string> = {
  'waiting': 'not begun',
  'open': 'not known yet',
  'already-so': 'already so',
  'left-alone': 'changed since, left alone',
  'overtaken': 'changed by somebody at the same time',
  'order-gone': 'no such order',
  'not-done': 'not done',
  'unknown': 'not known',
}

const REPLACED_WORDS = {
  'as-planned': 'done',
  'newer': 'done, in the place of a newer owner',
  'not-checked': 'done, former owner not read again',
} as const

/** Says what becomes of lines of this kind. */
export const kindWords = (kind: PlanKind): string => KIND_WORDS[kind]

/** Says how a row stands. */
const stateWords = (state: RowState): string =>
  state.kind === 'done' ? REPLACED_WORDS[state.replaced.kind] : STATE_WORDS[state.kind]

const toKey = (owner: OwnerState | null | undefined) => owner && ownerKey(refOf(owner))

/** Gives a plan as a report begins with. */
export function toReportRows(rows: readonly PlanRow[]): ReportRow[] {
  return rows.map(({ kind, line, text, orderId, before, after }) => ({
    kind,
    ...(line !== undefined && { line }),
    ...(text !== undefined && { text }),
    ...(orderId !== undefined && { order: orderId }),
    ...(before !== undefined && { from: toKey(before) ?? '' }),
    ...(after !== undefined && { to: toKey(after) ?? '' }),
  }))
}

/** How rows of a run stand, by order. */
type States = ReadonlyMap<number, RowState>

/** Keys a run's states by order. */
export function byOrder(rows: readonly RunRow[], states: readonly RowState[]): States {
  return new Map(rows.map(({ orderId }, place) => [orderId, states[place] ?? { kind: 'waiting' }]))
}

const stateOf = ({ kind, order }: ReportRow, states: States) =>
  isPlanned(kind) && order !== undefined ? (states.get(order) ?? ({ kind: 'waiting' } as const)) : undefined

/**
 * Tells whether every line is as it wishes. A line that names an order again is, where the first one is and wishes the same.
 */
export function isAllAsWished(rows: readonly ReportRow[], states: States): boolean {
  const wished = new Map<number | undefined, string | undefined>()
  for (const row of rows) {
    const state = stateOf(row, states)
    const isSo = row.kind === 'already-there' || state?.kind === 'done' || state?.kind === 'already-so'
    if (isSo) wished.set(row.order, row.to)
  }
  return rows.every(({ order, to }) => order !== undefined && to !== undefined && wished.get(order) === to)
}

const COMMON_HEADINGS = ['Line', 'Order ID', 'As written', 'From: type and ID', 'To: type and ID', 'What happens']
const commonCells = ({ kind, line, order, text, from, to }: ReportRow): string[] => [
  String(line ?? ''),
  String(order ?? ''),
  text ?? '',
  from ?? '',
  to ?? '',
  kindWords(kind),
]

/** Writes a plan as a file. */
export function toPlanCsv(rows: readonly ReportRow[]): string {
  return toCsv([COMMON_HEADINGS, ...rows.map(commonCells)], false)
}

const ownerText = (owner: OwnerRef | null) => (owner ? ownerKey(owner) : 'none')

/** What was there other than planned, and the portal's code. */
function detailsOf(state: RowState): [found: string, code: string] {
  if (state.kind === 'done' && state.replaced.kind === 'newer') return [ownerText(state.replaced.owner), '']
  if (state.kind === 'overtaken' && state.replaced !== undefined) {
    return [`${ownerText(state.now)}, and before ${ownerText(state.replaced)}`, '']
  }
  if (state.kind === 'left-alone' || state.kind === 'overtaken') return [ownerText(state.now), '']
  return ['', state.kind === 'not-done' ? state.code : '']
}

/** Writes what became of every line as a file. */
export function toReportCsv(rows: readonly ReportRow[], states: States): string {
  const cells = rows.map((row) => {
    const state = stateOf(row, states)
    return [...commonCells(row), ...(state ? [stateWords(state), ...detailsOf(state)] : [kindWords(row.kind), '', ''])]
  })
  return toCsv([[...COMMON_HEADINGS, 'Outcome', 'Found instead', 'Code'], ...cells], false)
}

/** Counts rows by their words, in the order of their first one. */
export function countWords(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => `${count.toLocaleString('en').padStart(8)}  ${word}`).join('\n')
}
