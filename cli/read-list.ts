import type { ResolvedLine } from '@/domain/import-resolved'
import type { TableRow } from '@/domain/import-table'
import type { ImportType } from '@/domain/import-types'
import type { PlanLine } from '@/domain/plan'
import type { Portal } from '@/portal/portal'
import type { ListOptions } from './command-line'
import { resolveImport } from '@/binding/runs/resolve-import'
import { findMissing, toChoices, toRules } from '@/domain/import-choices'
import { findColumns } from '@/domain/import-columns'
import { readLine } from '@/domain/import-line'
import { toPlanLine } from '@/domain/import-resolved'
import { MOST_LINES, readTable } from '@/domain/import-table'
import { readFileText, readLegacyText } from '@/domain/import-text'
import { typeNamed } from '@/domain/import-types'
import { Refusal } from './refusal'

const MISSING = {
  order:
    'No column of the list seems to hold orders. Give its columns headings: "Order ID" or "Order number", and "Deal".',
  reading: 'Say whether the list names orders by --orders number or by --orders id.',
  owner: 'No column of the list seems to hold owners. Give it a heading: "Deal", or "Owner" with --owner-type.',
  type: 'Say of which type the owners are, as --owner-type deal, or write them as type and id: 2:45.',
} as const

/** Reads the rows of a list. @throws Refusal */
export function readRows(bytes: Uint8Array, { encoding }: ListOptions): readonly TableRow[] {
  const file = readFileText(bytes)
  if (file.kind === 'workbook') throw new Refusal('The list is a workbook: save it as CSV first.')
  if (file.kind === 'not-text') throw new Refusal('The list is no text.')
  if (file.kind === 'legacy' && !encoding) {
    throw new Refusal('The list is neither UTF-8 nor UTF-16: name its code page, as --encoding windows-1251.')
  }
  const text = file.kind === 'legacy' && encoding ? readLegacyText(bytes, encoding) : undefined
  const table = readTable(text ?? (file.kind === 'text' ? file.text : ''))
  if (table.kind === 'empty') throw new Refusal('There is nothing in the list.')
  if (table.kind === 'broken-quotes') throw new Refusal(`A quote in line ${table.line} of the list does not close.`)
  return table.rows
}

async function readTypes({ ownerTypes }: Pick<Portal, 'ownerTypes'>): Promise<ImportType[]> {
  const types = await ownerTypes.read()
  return types.map(({ id, name, code }) => ({ id, name, code, cardFolder: ownerTypes.cardFolderOf(id) }))
}

/** What is known of a list when its orders were found. */
interface ReadList {
  lines: PlanLine[]
  /** How many lines would name an order if the column were read the other way, and how it is read now. */
  others: number
  reading: 'number' | 'id'
}

/** Tells that the line is another order, or one at all, if its column is read the other way. */
function isOther({ order }: ResolvedLine): boolean {
  return order?.kind === 'either' || (order?.kind === 'missing' && order.isOther)
}

/** Finds out which orders and owners the rows of a list name. @throws Refusal; any kind of reading */
export async function readList(
  portal: Pick<Portal, 'ownerTypes' | 'orders'>,
  rows: readonly TableRow[],
  { reading, ownerType, isEmptyDetach }: ListOptions,
): Promise<ReadList> {
  const types = await readTypes(portal)
  const typeId = ownerType === undefined ? undefined : typeNamed(ownerType, types)
  if (ownerType !== undefined && typeId === undefined) throw new Refusal('The portal has no such owner type.')
  const looks = toChoices(findColumns(rows, types), types)
  const choices = { ...looks, isEmptyDetach, ...(reading && { reading }), ...(typeId && { typeId }) }
  const rules = toRules(choices, types)
  const data = rows.slice(choices.hasHeader ? 1 : 0)
  if (data.length > MOST_LINES) throw new Refusal(`The list has more than ${MOST_LINES} lines: cut it into parts.`)
  const missing = findMissing(data, choices, rules)
  if (missing) throw new Refusal(MISSING[missing])
  const resolved: ResolvedLine[] = []
  const lines = data.map((row) => readLine(row, rules))
  for await (const step of resolveImport(portal, lines)) if (step.kind === 'ready') resolved.push(...step.lines)
  return {
    // Who has said how orders are named means it of every line.
    lines: resolved.map((line) => toPlanLine(line, reading !== undefined)),
    others: reading === undefined ? resolved.filter(isOther).length : 0,
    reading: rules.reading,
  }
}
