import type { OrderId } from '@/domain/id'
import type { Page } from '@/domain/page'
import type { RunHead, StoredRun } from '@/domain/run'
import type { Ask } from './ask'
import type { JournalItem } from './journal-items'
import type { RunQuery } from './runs'
import { PAGE_SIZE } from '@contract/rest'
import { toCursor, unreadable } from './decode'
import { JOURNAL_ITEMS } from './journal-items'
import { readPage } from './page-text'
import { listItems, listSteps } from './run-commands'
import { toFoundRun, toHead, toNewest, toRun } from './run-items'

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

/** A page of items of one kind, newest first. */
async function readItemPage(ask: Ask, kind: 'run' | 'page', { orderId, cursor }: RunQuery) {
  const range = orderId && { '<=PROPERTY_LOW': orderId, '>=PROPERTY_HIGH': orderId }
  const filter = { '=PROPERTY_KIND': kind, ...range, ...(cursor && { '<ID': cursor }) }
  const { result } = await ask(listItems(filter, { order: 'DESC' }), JOURNAL_ITEMS)
  if (cursor !== undefined && result.some(({ ID }) => ID >= cursor)) throw unreadable('entity.item.get.filter')
  const last = result.at(-1)
  const items = result.filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KIND === kind)
  return { items, ...(last && result.length >= PAGE_SIZE && { next: toCursor(last.ID) }) }
}

/** The first item counts where the same run was stored twice, as an answer was lost. */
function firstOfEach(items: readonly JournalItem[]): JournalItem[] {
  const keyOf = ({ ID, PROPERTY_VALUES }: JournalItem) => PROPERTY_VALUES.KEY ?? ID
  const firsts = new Map(items.toSorted((one, other) => other.ID - one.ID).map((item) => [keyOf(item), item]))
  return items.filter((item) => firsts.get(keyOf(item)) === item)
}

/** Reads the ends of a run. Those that somebody else has stored count if it is seen that they had taken the run over: one command more. */
async function readEnds(ask: Ask, { id, item }: { id: string; item: JournalItem }): Promise<JournalItem[]> {
  const filter = { '=PROPERTY_KIND': 'end', '=PROPERTY_RUN': id }
  const { result } = await ask(listItems(filter), JOURNAL_ITEMS)
  const ends = result.filter(({ PROPERTY_VALUES: { KIND, RUN } }) => KIND === 'end' && RUN === id)
  if (ends.every(({ CREATED_BY }) => CREATED_BY === item.CREATED_BY)) return ends
  const steps = stepsAmong((await ask(listSteps(id), JOURNAL_ITEMS)).result, id)
  const enders = new Set(steps.map(({ CREATED_BY }) => CREATED_BY)).add(item.CREATED_BY)
  return ends.filter(({ CREATED_BY }) => enders.has(CREATED_BY))
}

/** Gives heads of runs, each with how it ended: one command a run. Runs of another version are only counted. */
async function toHeads(ask: Ask, items: readonly JournalItem[]): Promise<Pick<Page<RunHead>, 'rows' | 'lost'>> {
  const found = firstOfEach(items).map(toFoundRun)
  const readable = found.flatMap((run) => run ?? [])
  const ends = await Promise.all(readable.map((run) => readEnds(ask, run)))
  const lost = found.length - readable.length
  return { rows: readable.map((run, index) => toHead(run, ends[index] ?? [])), ...(lost > 0 && { lost }) }
}

/** The page has just this order among its rows. */
const hasOrder = ({ PROPERTY_VALUES: { BODY } }: JournalItem, orderId: OrderId) =>
  readPage(BODY ?? '')?.rows.some((row) => row.orderId === orderId)

async function findOfOrder(ask: Ask, query: RunQuery & { orderId: OrderId }): Promise<Page<RunHead>> {
  const { items: pages, next } = await readItemPage(ask, 'page', query)
  const ids = new Set(
    pages.filter((page) => hasOrder(page, query.orderId)).map((page) => page.PROPERTY_VALUES.RUN ?? ''),
  )
  const runs = await Promise.all(
    [...ids].map(async (id) => {
      const { result } = await ask(listItems({ '=PROPERTY_KIND': 'run', '=PROPERTY_KEY': id }), JOURNAL_ITEMS)
      return result.filter(({ PROPERTY_VALUES: { KIND, KEY } }) => KIND === 'run' && KEY === id)
    }),
  )
  return { ...(await toHeads(ask, runs.flat())), ...(next && { next }) }
}

/** Reads one page of runs, newest first, each with how it ended: two requests; three for those of an order. */
export async function findRuns(ask: Ask, query: RunQuery): Promise<Page<RunHead>> {
  const { orderId, cursor } = query
  if (orderId !== undefined) return findOfOrder(ask, { orderId, ...(cursor && { cursor }) })
  const { items, next } = await readItemPage(ask, 'run', query)
  return { ...(await toHeads(ask, items)), ...(next && { next }) }
}
