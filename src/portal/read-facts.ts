import type { PortalFacts } from '@/domain/portal-facts'
import type { CallAnswer, CommandAnswer, RestCommand, Transport } from './transport'
import * as v from 'valibot'
import { ENTITY_TYPE } from '@contract/entity-types'
import { PAGE_SIZE } from '@contract/rest'
import { listOf, text, wholeNumber } from './decode'
import { toBatchKey } from './encode-command'
import { guardedOrder } from './guarded-moves'
import { TransportError } from './transport'

type Answer = CommandAnswer | undefined

const BINDINGS = v.pipe(
  v.object({ orderEntity: v.array(v.unknown()) }),
  v.transform(({ orderEntity }) => orderEntity),
)
const OWNER_TYPES = listOf(v.object({ id: wholeNumber, code: text, attribute: text }), 500)
const ITEMS = v.object({ items: v.array(v.record(v.string(), v.unknown())) })
const LICENSE = v.object({ LICENSE: text })
const DURATION = v.object({ duration: v.number(), operating: v.optional(v.number()) })

const bindings = (params: Record<string, unknown>): RestCommand => ({ method: 'crm.orderentity.list', params })
const deals = (params: Record<string, unknown>): RestCommand => ({
  method: 'crm.item.list',
  params: { entityTypeId: ENTITY_TYPE.deal, select: ['id'], ...params },
})

/** What is asked in one batch. Orders have ids from 1 on: no binding is below. */
const COMMANDS: Record<string, RestCommand> = {
  license: { method: 'app.info', params: {} },
  ownerTypes: { method: 'crm.enum.getorderownertypes', params: {} },
  orders: { method: 'sale.order.list', params: { select: ['id'], order: { id: 'desc' }, start: -1 } },
  orderClients: { method: 'crm.ordercontactcompany.list', params: { filter: { '@orderId': [1] }, start: -1 } },
  counted: bindings({ start: 0 }),
  uncounted: bindings({ start: -1 }),
  guard: bindings({ filter: { '<orderId': 1 }, start: -1 }),
  missing: bindings({ filter: { orderId: `$result[${toBatchKey('guard')}][orderEntity][0][orderId]` }, start: -1 }),
  guarded: bindings({ filter: { orderId: guardedOrder('guard') }, start: -1 }),
  letters: deals({ filter: { '=closed': 'Y' }, start: 0 }),
  digits: deals({ filter: { '=closed': 1 }, start: 0 }),
  orderInCapitals: deals({ order: { ID: 'ASC' }, start: -1 }),
  filterInCapitals: deals({ filter: { '>ID': 0 }, start: -1 }),
  selectInCapitals: deals({ select: ['ID'], start: -1 }),
}

/** In words, whether an answer came, and what it shows. */
function tell(answer: Answer, show: (answer: CallAnswer) => string): string {
  if (!answer) return 'no answer'
  return answer.ok ? show(answer.answer) : `refused ${answer.code}`
}

function countRows({ result }: CallAnswer): number | undefined {
  const rows = v.safeParse(BINDINGS, result)
  return rows.success ? rows.output.length : undefined
}

/** How a list of bindings turned out, without telling how many there are. */
function tellRows(answer: CallAnswer): string {
  const count = countRows(answer)
  if (count === undefined) return 'unreadable'
  return count === 0 ? 'no rows' : count === 1 ? 'one row' : 'several rows'
}

function tellTypes({ result }: CallAnswer): string {
  const types = v.safeParse(OWNER_TYPES, result)
  if (!types.success) return 'unreadable'
  return types.output.map(({ id, code, attribute }) => `${id} ${code} ${attribute}`).join(', ') || 'none'
}

function tellLicense({ result }: CallAnswer): string {
  const info = v.safeParse(LICENSE, result)
  return info.success ? info.output.LICENSE : 'unreadable'
}

/** Only a list of more than one page shows what becomes of the others. */
function tellMinusOne(counted: Answer, uncounted: Answer): string {
  return tell(uncounted, (answer) => {
    const rows = countRows(answer)
    const total = counted?.ok ? Number(counted.answer.total) : 0
    const extent = (rows ?? 0) > PAGE_SIZE ? 'all rows' : total > PAGE_SIZE ? 'first page' : 'less than a page'
    return `${extent}, ${answer.total === undefined ? 'no total' : 'total'}, ${answer.next === undefined ? 'no next' : 'next'}`
  })
}

/** Whether the other spellings find as many as `Y` does. */
function tellBooleans(letters: Answer, others: Record<string, Answer>): string {
  const told = Object.entries(others).map(([spelling, answer]) => {
    const isAlike = letters?.ok && answer?.ok && letters.answer.total === answer.answer.total
    return `${spelling} ${tell(answer, () => (isAlike ? 'as Y' : 'unlike Y'))}`
  })
  return told.join(', ')
}

function tellKey({ result }: CallAnswer): string {
  const items = v.safeParse(ITEMS, result)
  const [first] = items.success ? items.output.items : []
  return first ? `gives ${Object.keys(first).join(' ')}` : 'no rows'
}

function tellKeys(answers: Record<string, CommandAnswer>): string {
  const accepted = () => 'accepted'
  const order = tell(answers.orderInCapitals, accepted)
  const filter = tell(answers.filterInCapitals, accepted)
  return `order ID ${order}, filter >ID ${filter}, select ID ${tell(answers.selectInCapitals, tellKey)}`
}

/** By method, as the portal measured; one call of each. */
function tellTimes(answers: Record<string, CommandAnswer>): string {
  const times = Object.entries(COMMANDS).flatMap(([key, { method }]) => {
    const answer = answers[key]
    const time = answer?.ok ? v.safeParse(DURATION, answer.answer.time) : undefined
    if (!time?.success) return []
    const operating =
      time.output.operating === undefined ? '' : ` (${Math.round(time.output.operating * 1000)} counted)`
    return [[method, `${method} ${Math.round(time.output.duration * 1000)} ms${operating}`] as const]
  })
  return [...new Map(times).values()].join(', ') || 'not told'
}

/** A batch has no booleans: this one travels by itself. */
async function askWithTrue({ call }: Pick<Transport, 'call'>): Promise<Answer> {
  try {
    return { ok: true, answer: await call(deals({ filter: { '=closed': true }, start: 0 })) }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return { ok: false, code: error.code, description: '' }
  }
}

/** Finds out by reading alone: one batch and one call. @throws TransportError when the batch as a whole failed */
export async function readFacts(transport: Pick<Transport, 'call' | 'batch'>): Promise<PortalFacts> {
  const answers = await transport.batch(COMMANDS, { halt: false })
  const asTrue = await askWithTrue(transport)
  return {
    license: tell(answers.license, tellLicense),
    ownerTypes: tell(answers.ownerTypes, tellTypes),
    orderClients: tell(answers.orderClients, () => 'there'),
    startMinusOne: tellMinusOne(answers.counted, answers.uncounted),
    missingReference: tell(answers.missing, tellRows),
    guardedReference: tell(answers.guarded, tellRows),
    itemBooleans: tellBooleans(answers.letters, { true: asTrue, digit: answers.digits }),
    itemKeys: tellKeys(answers),
    runTimes: tellTimes(answers),
  }
}
