import type { JournalRow } from '@/domain/journal'
import type { Page } from '@/domain/page'
import type { Ask } from './ask'
import type { JournalQuery } from './journal'
import type { PlacedRows } from './journal-changes'
import type { JournalItem } from './journal-items'
import { PAGE_SIZE } from '@contract/rest'
import { toCursor, unreadable } from './decode'
import { concerns, readChanges } from './journal-changes'
import { JOURNAL_ITEMS, toUnread } from './journal-items'
import { readPage } from './page-text'
import { listItems } from './run-commands'
import { firstOfEach, readHeads } from './run-heads'

/** `page`: a run is found by its rows, at the place of the page that has them; it is stored some seconds before the run. */
type Kind = 'change' | 'run' | 'page'

const kindOf = ({ PROPERTY_VALUES }: JournalItem) => PROPERTY_VALUES.KIND

/** In a page the type of an owner stands only where it is another one than above. */
const ownerText = (kind: Kind, { typeId, id }: NonNullable<JournalQuery['owner']>) =>
  kind === 'page' ? `${id}` : ` ${typeId}:${id}`

function toFilter(kind: Kind, { orderId, owner, by, run, from, until, cursor }: JournalQuery): Record<string, unknown> {
  return {
    '=PROPERTY_KIND': kind,
    ...(orderId && { '<=PROPERTY_LOW': orderId, '>=PROPERTY_HIGH': orderId }),
    ...(owner && { '%PROPERTY_BODY': ownerText(kind, owner) }),
    ...(by && { '=CREATED_BY': by }),
    ...(run && { '=PROPERTY_RUN': run }),
    ...(from && { '>=DATE_CREATE': new Date(from.at).toISOString() }),
    ...(until && { '<DATE_CREATE': new Date(until.at).toISOString() }),
    ...(cursor && { '<ID': cursor }),
  }
}

/** Lists the items of one kind, newest first; others, too, where the portal ignores the filter. */
async function list(ask: Ask, kind: Kind, query: JournalQuery): Promise<{ items: JournalItem[]; downTo: number }> {
  const { result } = await ask(listItems(toFilter(kind, query), { order: 'DESC' }), JOURNAL_ITEMS)
  const { cursor } = query
  if (cursor !== undefined && result.some(({ ID }) => ID >= cursor)) throw unreadable('entity.item.get.filter')
  const last = result.length >= PAGE_SIZE ? result.at(-1) : undefined
  return { items: result.filter((item) => kindOf(item) === kind), downTo: last?.ID ?? 0 }
}

/** Tells whether a run is asked for, by its item. */
const isAskedFor = ({ CREATED_BY, PROPERTY_VALUES: { KEY } }: JournalItem, { by = CREATED_BY, run }: JournalQuery) =>
  by === CREATED_BY && (run === undefined || run === KEY)

async function readRuns(ask: Ask, items: readonly JournalItem[], query: JournalQuery): Promise<PlacedRows> {
  const runs = firstOfEach(items.filter((item) => isAskedFor(item, query)))
  const heads = await readHeads(ask, runs)
  return new Map(runs.map((item, index) => [item.ID, heads[index] ?? toUnread(item)]))
}

/** One of its rows is what is asked for. */
function hasRow({ PROPERTY_VALUES: { BODY } }: JournalItem, query: JournalQuery): boolean {
  const rows = readPage(BODY ?? '')?.rows ?? []
  return rows.some(({ orderId, expected, after }) => concerns({ orderId, before: expected, after }, query))
}

async function findRunItems(ask: Ask, id: string): Promise<JournalItem[]> {
  const { result } = await ask(listItems({ '=PROPERTY_KIND': 'run', '=PROPERTY_KEY': id }), JOURNAL_ITEMS)
  return result.filter((item) => kindOf(item) === 'run' && item.PROPERTY_VALUES.KEY === id)
}

/** Reads the runs of pages, each at the place of its newest one. A page that somebody else has stored is none of a run. */
async function readRunsOfPages(ask: Ask, items: readonly JournalItem[], query: JournalQuery): Promise<PlacedRows> {
  const pages = items.filter((item) => hasRow(item, query))
  const ids = new Set(pages.flatMap(({ PROPERTY_VALUES: { RUN } }) => RUN ?? []))
  const runs = (await Promise.all([...ids].map((id) => findRunItems(ask, id)))).flat()
  const read = await readRuns(ask, runs, query)
  const placed = runs.flatMap((item): [number, JournalRow][] => {
    const isOfRun = ({ CREATED_BY, PROPERTY_VALUES: { RUN } }: JournalItem) =>
      CREATED_BY === item.CREATED_BY && RUN === item.PROPERTY_VALUES.KEY
    const [row, page] = [read.get(item.ID), pages.find(isOfRun)]
    return row && page ? [[page.ID, row]] : []
  })
  return new Map(placed)
}

/** What both lists tell of, newest first, as far as both reach; and where the next page begins. */
function merge(lists: readonly { items: JournalItem[]; downTo: number }[]) {
  const downTo = Math.max(...lists.map((one) => one.downTo))
  const items = lists.flatMap((one) => one.items).filter(({ ID }) => ID >= downTo)
  const sorted = items.toSorted((one, other) => other.ID - one.ID)
  const shown = sorted.slice(0, PAGE_SIZE)
  const end = sorted.length > PAGE_SIZE ? shown.at(-1)?.ID : downTo
  return { shown, ...(end && { next: toCursor(end) }) }
}

/** Reads one page of the journal. Its kinds are listed apart, in one request, and stand together by the ids of their items. */
export async function findRows(ask: Ask, query: JournalQuery): Promise<Page<JournalRow>> {
  const runKind = query.orderId === undefined && query.owner === undefined ? 'run' : 'page'
  const kinds: Kind[] = query.run === undefined ? ['change', runKind] : [runKind]
  const { shown, ...more } = merge(await Promise.all(kinds.map((kind) => list(ask, kind, query))))
  const ofKind = (kind: Kind) => shown.filter((item) => kindOf(item) === kind)
  const read = await Promise.all([
    readChanges(ask, ofKind('change'), query),
    readRuns(ask, ofKind('run'), query),
    readRunsOfPages(ask, ofKind('page'), query),
  ])
  const rows = shown.flatMap(({ ID }) => read.flatMap((placed) => placed.get(ID) ?? []))
  return { rows, ...more }
}
