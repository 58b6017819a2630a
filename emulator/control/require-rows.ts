import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { PortalUser, StartRows, Webhook } from '@emulator/portal/state'
import type { Check } from './option-checks'
import { isMap } from '@emulator/calls/params'
import { seedRows } from '@emulator/seed/scenarios'
import { fieldsOf, listOf, optional, positiveInt, refuseOption } from './option-checks'

const row: Check = (value, name) => {
  if (!isMap(value)) return refuseOption(name, value, 'a row with an id')
  positiveInt(value.id, `${name}.id`)
}
const rows = listOf(row, ({ id }: { id: number }) => `the id ${id}`)

const items: Check = (value, name) => {
  if (!isMap(value) || Array.isArray(value)) return refuseOption(name, value, 'an object of lists by entity type id')
  for (const [entityTypeId, given] of Object.entries(value)) rows(given, `${name}[${entityTypeId}]`)
}

const binding = fieldsOf({ orderId: positiveInt, ownerId: positiveInt, ownerTypeId: positiveInt })

const productRow: Check = (value, name) => {
  row(value, name)
  if (!isMap(value)) return
  positiveInt(value.ownerId, `${name}.ownerId`)
  positiveInt(value.ownerTypeId, `${name}.ownerTypeId`)
}

/** What the option `data` may be. */
export const rowsOption = fieldsOf({
  items: optional(items),
  contacts: optional(rows),
  companies: optional(rows),
  orders: optional(rows),
  productRows: optional(listOf(productRow, ({ id }: { id: number }) => `the id ${id}`)),
  bindings: optional(listOf(binding, ({ orderId }: { orderId: number }) => `the order ${orderId}`)),
})

/** Refuses bindings of orders that the portal will not have. Throws one plain sentence. */
export function requireBoundOrders(settings: Pick<PortalSettings, 'language' | 'rows'>, data: StartRows = {}): void {
  const given = new Set(data.orders?.map(({ id }) => id))
  const missing = (data.bindings ?? []).filter(({ orderId }) => !given.has(orderId))
  if (missing.length === 0) return
  const { orders } = seedRows(settings)
  const wrong = missing.find(({ orderId }) => !orders.has(orderId))
  if (wrong) throw new Error(`The option data.bindings has the order ${wrong.orderId}, which the portal does not have.`)
}

/** Refuses webhooks of nobody. Throws one plain sentence. */
export function requireWebhookUsers(people: readonly PortalUser[], webhooks: readonly Webhook[] = []): void {
  const wrong = webhooks.findIndex(({ user }) => !people.some(({ id }) => id === user))
  if (wrong !== -1) refuseOption(`webhooks[${wrong}].user`, webhooks[wrong]?.user, 'the id of a person')
}
