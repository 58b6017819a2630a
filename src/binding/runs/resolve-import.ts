import type { OrderId } from '@/domain/id'
import type { ImportLine } from '@/domain/import-line'
import type { ResolvedLine } from '@/domain/import-resolved'
import type { Portal } from '@/portal/portal'
import { resolveLine } from '@/domain/import-resolved'

/** So many lines are one batch: what they may mean as numbers and as ids fits fifty commands. */
const STEP = 1000

/** How far the reading has come; the last one has all lines, in the list's order. */
type ImportProgress = { kind: 'reading'; done: number } | { kind: 'ready'; lines: ResolvedLine[] }

async function readStep(portal: Pick<Portal, 'orders'>, lines: readonly ImportLine[]): Promise<ResolvedLine[]> {
  const named = lines.flatMap((line) => (line.kind === 'read' ? [line.order] : []))
  const wanted = named.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const [byNumber, orders] = await Promise.all([
    portal.orders.findByNumbers(named.flatMap(({ numbers }) => numbers)),
    portal.orders.read(wanted),
  ])
  const ids: ReadonlySet<OrderId> = new Set(orders.keys())
  return lines.map((line) => resolveLine(line, { byNumber, ids }))
}

/**
 * Finds the orders that the lines of a list name, step by step; whoever stops asking stops it. Each line is read both ways, as a
 * number and as an id. @throws any kind of reading
 */
export async function* resolveImport(
  portal: Pick<Portal, 'orders'>,
  lines: readonly ImportLine[],
): AsyncGenerator<ImportProgress, void, void> {
  const resolved: ResolvedLine[] = []
  for (let start = 0; start < lines.length; start += STEP) {
    yield { kind: 'reading', done: start }
    resolved.push(...(await readStep(portal, lines.slice(start, start + STEP))))
  }
  yield { kind: 'ready', lines: resolved }
}
