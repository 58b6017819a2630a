import type { PortalFacts } from '@/domain/portal-facts'
import type { CommandAnswer, RestCommand, Transport } from './transport'
import * as v from 'valibot'
import { Reference } from './reference'
import { newTrialCode, TRIAL_ITEMS } from './trial-storage'

type Answer = CommandAnswer | undefined

/** What is asked, in this order and in one batch: a storage is made, used and deleted, whatever is refused in between. */
function toCommands(ENTITY: string): Record<string, RestCommand> {
  const of = (method: string, params: Record<string, unknown> = {}): RestCommand => ({
    method: `entity.${method}`,
    params: { ENTITY, ...params },
  })
  const property = (PROPERTY: string, TYPE: 'S' | 'N') => of('item.property.add', { PROPERTY, NAME: PROPERTY, TYPE })
  const item = (TEXT: string, LOW: number, HIGH: number) =>
    of('item.add', { NAME: 'Trial', PROPERTY_VALUES: { TEXT, LOW, HIGH } })
  const around = (number: number) => of('item.get', { FILTER: { '<=PROPERTY_LOW': number, '>=PROPERTY_HIGH': number } })
  return {
    made: of('add', { NAME: 'Trial of Order Binder', ACCESS: {} }),
    text: property('TEXT', 'S'),
    low: property('LOW', 'N'),
    high: property('HIGH', 'N'),
    range: item('range', 10, 20),
    within: around(15),
    outside: around(25),
    item: item('kept', 30, 30),
    update: of('item.update', { ID: new Reference('item', []), PROPERTY_VALUES: { LOW: 31 } }),
    updated: of('item.get', { FILTER: { '=PROPERTY_LOW': 31 } }),
    deleted: of('delete'),
  }
}

function refusalOf(...answers: Answer[]): string | undefined {
  for (const answer of answers) {
    if (!answer) return 'no answer'
    if (!answer.ok) return `refused ${answer.code}`
  }
  return undefined
}

function rowsOf(answer: Answer) {
  const items = v.safeParse(TRIAL_ITEMS, answer?.ok ? answer.answer.result : undefined)
  return items.success ? items.output.map(({ PROPERTY_VALUES }) => PROPERTY_VALUES) : []
}

/** An item of the numbers 10 to 20 is looked for by one within and by one outside. */
function tellRange({ made, range, within, outside }: Record<string, CommandAnswer>): string {
  const refusal = refusalOf(made, range, within, outside)
  if (refusal) return refusal
  const [inside, beside] = [rowsOf(within).length, rowsOf(outside).length]
  return inside === 1 && beside === 0 ? 'finds by range' : `${inside} within, ${beside} outside`
}

function tellUpdate({ made, item, update, updated }: Record<string, CommandAnswer>): string {
  const refusal = refusalOf(made, item, update, updated)
  if (refusal) return refusal
  const [row] = rowsOf(updated)
  if (!row) return 'not found after the update'
  return row.TEXT === 'kept' ? 'survive an update' : 'are lost by an update'
}

/** Finds out what the app's own storage does, in one that is made for it and deleted: one request. @throws TransportError */
export async function tryStorage({ batch }: Pick<Transport, 'batch'>): Promise<PortalFacts> {
  const answers = await batch(toCommands(newTrialCode()), { halt: false })
  return { propertyRange: tellRange(answers), unsentProperties: tellUpdate(answers) }
}
