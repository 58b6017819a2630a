import type { StoredRun } from '@/domain/run'
import type { Ask } from './ask'
import type { JournalItem } from './journal-items'
import { PAGE_SIZE } from '@contract/rest'
import { unreadable } from './decode'
import { JOURNAL_ITEMS } from './journal-items'
import { listItems, listSteps } from './run-commands'
import { toNewest, toRun } from './run-items'

/**
 * Reads all items that stand under a run: one request that counts them, and one for the rest. Nothing is ever taken away from a run
 * while it goes on, so that places in the list stay what they are.
 * @throws unreadable where the portal gives other items than it has counted
 */
export async function readItems(ask: Ask, runId: string): Promise<JournalItem[]> {
  const pageAt = (start: number) => ask(listItems({ '=PROPERTY_RUN': runId }, { start }), JOURNAL_ITEMS)
  const { result: first, total } = await pageAt(0)
  if (total === undefined) throw unreadable('entity.item.get.total')
  const starts = Array.from({ length: Math.ceil(total / PAGE_SIZE) }, (_, page) => page * PAGE_SIZE).slice(1)
  const rest = await Promise.all(starts.map(pageAt))
  const items = new Map([...first, ...rest.flatMap(({ result }) => result)].map((item) => [item.ID, item]))
  if (items.size < total) throw unreadable('entity.item.get.start')
  return [...items.values()]
}

/** Puts a run together from all its items; nothing where it is not there or of another version. @throws unreadable */
export function toWholeRun(id: string, items: readonly JournalItem[]): StoredRun | undefined {
  const reading = toRun(id, items)
  if (reading.kind === 'incomplete') throw unreadable('run.page')
  return reading.kind === 'whole' ? reading.run : undefined
}

/** Picks the steps of a run: a portal that ignores a filter gives other items, too. */
export function stepsAmong(items: readonly JournalItem[], runId: string): JournalItem[] {
  return items.filter(({ PROPERTY_VALUES: { KIND, RUN } }) => KIND === 'step' && RUN === runId)
}

/** Reads the newest step of a run: of any engine, or of any but one. */
export async function readNewest(ask: Ask, id: string, except?: string): Promise<StoredRun['newest']> {
  for (let below: number | undefined; ;) {
    const { result } = await ask(listSteps(id, { below }), JOURNAL_ITEMS)
    const steps = stepsAmong(result, id).toSorted((one, other) => other.ID - one.ID)
    const newest = steps.flatMap((item) => toNewest(item) ?? []).find(({ engine }) => engine !== except)
    const last = steps.at(-1)?.ID
    // Somebody may have filled a page with steps in the name of that one.
    if (newest || result.length < PAGE_SIZE || last === undefined || last >= (below ?? Infinity)) return newest
    below = last
  }
}
