import type { JournalEntry, UnreadEntry } from '@/domain/journal'
import type { Moment } from '@/domain/moment'
import type { Page } from '@/domain/page'
import type { Ask } from './ask'
import type { Journal, JournalQuery, JournalState } from './journal'
import type { JournalItem } from './journal-items'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { asFailure, isTemporary } from '@/domain/failure'
import { PAGE_SIZE } from '@contract/rest'
import { date, filledText, listOf, MAX_DIRECTORY, toCursor, unreadable } from './decode'
import { JOURNAL_ITEMS, noteIn, toEntry } from './journal-items'
import { removeOlder } from './journal-removal'
import { addOutcome, findByKey, JOURNAL, JOURNAL_PROPERTIES } from './journal-text'

const PROPERTIES = listOf(v.object({ PROPERTY: filledText }), MAX_DIRECTORY)
/** Every employee may write, and administrators may mend: else only its maker ever could. Unconfirmed: that group 1 are these. */
const ACCESS = { AU: 'W', G1: 'X' }

const readProperties: RestCommand = {
  method: 'entity.item.property.get',
  params: { ENTITY: JOURNAL },
  isProbe: true,
}

function toFilter({ orderId, owner, by, from, until, cursor }: JournalQuery): Record<string, unknown> {
  return {
    '=PROPERTY_KIND': 'change',
    ...(orderId && { '<=PROPERTY_LOW': orderId, '>=PROPERTY_HIGH': orderId }),
    ...(owner && { '%PROPERTY_BODY': ` ${owner.typeId}:${owner.id}` }),
    ...(by && { '=CREATED_BY': by }),
    ...(from && { '>=DATE_CREATE': new Date(from.at).toISOString() }),
    ...(until && { '<DATE_CREATE': new Date(until.at).toISOString() }),
    ...(cursor && { '<ID': cursor }),
  }
}

/** The filter finds a text that begins so, and may be ignored altogether: what does not match is left out after decoding. */
function isAskedFor(entry: JournalEntry, { orderId, owner, by }: JournalQuery): boolean {
  const owners = [entry.before, entry.after].map((ref) => ref && `${ref.typeId}:${ref.id}`)
  return (
    (orderId === undefined || entry.orderId === orderId) &&
    (owner === undefined || owners.includes(`${owner.typeId}:${owner.id}`)) &&
    (by === undefined || entry.by === by)
  )
}

const toUnread = ({ ID, DATE_CREATE, CREATED_BY }: JournalItem): UnreadEntry => ({
  itemId: ID,
  at: DATE_CREATE,
  by: CREATED_BY || undefined,
})

/** A write that the portal was too busy for is sent again with its note: the newest one is the one that counts. */
function withoutRepeats(changes: readonly JournalItem[]): JournalItem[] {
  const keyOf = ({ PROPERTY_VALUES }: JournalItem) => PROPERTY_VALUES.KEY ?? undefined
  const newest = new Map(changes.map((item) => [keyOf(item) ?? item.ID, item] as const).reverse())
  return changes.filter((item) => newest.get(keyOf(item) ?? item.ID) === item)
}

async function readState(ask: Ask): Promise<JournalState> {
  try {
    const { result } = await ask(readProperties, PROPERTIES)
    const there = result.map(({ PROPERTY }) => PROPERTY)
    const lacks = Object.keys(JOURNAL_PROPERTIES).filter((name) => !there.includes(name))
    return lacks.length > 0 ? { kind: 'unmade', lacks } : { kind: 'ready' }
  } catch (error) {
    const failure = asFailure(error)
    if (isTemporary(failure.kind)) throw failure
    if (failure.code === 'ERROR_ENTITY_NOT_FOUND')
      return { kind: 'unmade', lacks: [JOURNAL, ...Object.keys(JOURNAL_PROPERTIES)] }
    return { kind: 'refused', failure }
  }
}

/** All in one request: the portal runs its commands in this order, and a property needs its storage. */
async function makeAll(ask: Ask, lacks: readonly string[]): Promise<void> {
  const command = (method: string, params: Record<string, unknown>): RestCommand => ({
    method,
    params: { ENTITY: JOURNAL, ...params },
    isProbe: true,
  })
  const properties = Object.entries(JOURNAL_PROPERTIES).filter(([name]) => lacks.includes(name))
  const commands = [
    ...(lacks.includes(JOURNAL) ? [command('entity.add', { NAME: 'Order Binder', ACCESS })] : []),
    ...properties.map(([PROPERTY, TYPE]) => command('entity.item.property.add', { PROPERTY, NAME: PROPERTY, TYPE })),
  ]
  await Promise.all(commands.map((one) => ask(one, v.unknown())))
}

async function find(ask: Ask, query: JournalQuery): Promise<Page<JournalEntry | UnreadEntry>> {
  const params = { ENTITY: JOURNAL, FILTER: toFilter(query), SORT: { ID: 'DESC' } }
  const { result } = await ask({ method: 'entity.item.get', params }, JOURNAL_ITEMS)
  const { cursor } = query
  if (cursor !== undefined && result.some(({ ID }) => ID >= cursor)) throw unreadable('entity.item.get.filter')
  const changes = withoutRepeats(result.filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KIND === 'change'))
  const keys = changes.flatMap(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KEY ?? [])
  const outcomes = (await Promise.all(keys.map((key) => ask(findByKey(key), JOURNAL_ITEMS)))).flatMap(
    (page) => page.result,
  )
  const rows = changes.flatMap((item): (JournalEntry | UnreadEntry)[] => {
    const entry = toEntry(item, outcomes)
    if (!entry) return [toUnread(item)]
    return isAskedFor(entry, query) ? [entry] : []
  })
  const last = result.at(-1)
  return { rows, ...(last && result.length >= PAGE_SIZE && { next: toCursor(last.ID) }) }
}

async function countKind(ask: Ask, kind: string, until?: Moment): Promise<number> {
  const FILTER = { ...toFilter({ ...(until && { until }) }), '=PROPERTY_KIND': kind }
  const params = { ENTITY: JOURNAL, FILTER, start: 0 }
  return (await ask({ method: 'entity.item.get', params }, v.unknown())).total ?? 0
}

/** The journal in the app's own storage. `askUnbatched` sends no batch. @see api-reference/entity/index.md */
export function createJournal(ask: Ask, askUnbatched: Ask): Journal {
  return {
    readState: () => readState(ask),
    async make(lacks) {
      try {
        await makeAll(ask, lacks)
      } catch (error) {
        const failure = asFailure(error)
        if (isTemporary(failure.kind)) throw failure
        // Somebody else may have made the same thing at this moment: what is there now decides, not the refusal.
        const state = await readState(ask)
        return state.kind === 'ready' ? state : { kind: 'refused', failure }
      }
      return readState(ask)
    },
    async addOutcome(outcome) {
      await askUnbatched(addOutcome(outcome), v.unknown())
    },
    async readReplaced(id) {
      const note = noteIn((await ask(findByKey(id), JOURNAL_ITEMS)).result)
      return note?.seen === 'unfilled' ? undefined : note?.seen
    },
    find: (query) => find(ask, query),
    readTime: async () => (await ask({ method: 'server.time', params: {} }, date)).result.at,
    async count(until) {
      const counts = await Promise.all(['change', 'run'].map((kind) => countKind(ask, kind, until)))
      return counts.reduce((sum, count) => sum + count)
    },
    removeOlder: (until, cursor) => removeOlder(ask, until, cursor),
  }
}
