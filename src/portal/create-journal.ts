import type { Moment } from '@/domain/moment'
import type { Ask } from './ask'
import type { Journal, JournalState } from './journal'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { asFailure, isTemporary } from '@/domain/failure'
import { latePart } from '@/domain/late-code'
import { date, filledText, listOf, MAX_DIRECTORY } from './decode'
import { JOURNAL_ITEMS, noteIn } from './journal-items'
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

async function countKind(ask: Ask, kind: string, until?: Moment): Promise<number> {
  const FILTER = { '=PROPERTY_KIND': kind, ...(until && { '<DATE_CREATE': new Date(until.at).toISOString() }) }
  const params = { ENTITY: JOURNAL, FILTER, start: 0 }
  return (await ask({ method: 'entity.item.get', params }, v.unknown())).total ?? 0
}

/** The journal in the app's own storage. `askUnbatched` sends no batch. @see api-reference/entity/index.md */
export function createJournal(ask: Ask, askUnbatched: Ask): Journal {
  const loadPages = latePart(() => import('./journal-pages'))
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
    find: async (query) => (await loadPages()).findRows(ask, query),
    readTime: async () => (await ask({ method: 'server.time', params: {} }, date)).result.at,
    async count(until) {
      const counts = await Promise.all(['change', 'run'].map((kind) => countKind(ask, kind, until)))
      return counts.reduce((sum, count) => sum + count)
    },
    removeOlder: (until, cursor) => removeOlder(ask, until, cursor),
  }
}
