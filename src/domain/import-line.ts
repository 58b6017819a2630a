import type { ColumnRole } from './import-columns'
import type { NamedOrder, OrderReading } from './import-order'
import type { OwnerRules } from './import-owner'
import type { TableRow } from './import-table'
import type { OwnerRef } from './owner'
import type { LineMistake } from './plan'
import { cleanText } from './clean-text'
import { readOrderCell } from './import-order'
import { readOwnerCells } from './import-owner'

/** What a person has said of a list, once for all of its lines. */
export interface ImportRules extends OwnerRules {
  /** What each column holds, by its place. */
  roles: readonly ColumnRole[]
  reading: OrderReading
  /** The owner of all orders, where no column names owners; `null` where they are to have none. */
  ownerOfAll?: OwnerRef | null | undefined
  /** An empty cell of an owner says that the order is to have none. */
  isEmptyDetach: boolean
}

/** A line of a list, before anything is asked of the portal. */
export type ImportLine =
  | { kind: 'read'; line: number; text: string; order: NamedOrder; after: OwnerRef | null }
  | { kind: 'mistake'; line: number; text: string; mistake: LineMistake }

function cellOf({ cells }: TableRow, roles: readonly ColumnRole[], role: ColumnRole): string {
  return cells[roles.indexOf(role)] ?? ''
}

/** Nothing where the line does not say it. */
function ownerOf(row: TableRow, rules: ImportRules): OwnerRef | 'not-offered' | null | undefined {
  if (!rules.roles.includes('owner')) return rules.ownerOfAll
  const [owner, type] = [cellOf(row, rules.roles, 'owner'), cellOf(row, rules.roles, 'type')]
  if (cleanText(owner) === '') return rules.isEmptyDetach ? null : undefined
  return readOwnerCells({ owner, type }, rules)
}

/** Reads one line: an order, and whom it is to belong to. */
export function readLine(row: TableRow, rules: ImportRules): ImportLine {
  const { line } = row
  const text = cellOf(row, rules.roles, 'order').trim()
  const order = readOrderCell(text, rules.reading)
  if (!order) return { kind: 'mistake', line, text, mistake: 'unreadable-order' }
  const after = ownerOf(row, rules)
  if (after !== undefined && after !== 'not-offered') return { kind: 'read', line, text, order, after }
  const owner = ['type', 'owner'] as const
  const written = owner.map((role) => cellOf(row, rules.roles, role).trim()).filter((cell) => cell !== '')
  return {
    kind: 'mistake',
    line,
    text: written.join(' '),
    mistake: after === 'not-offered' ? 'type-not-offered' : 'unreadable-owner',
  }
}
