import type { OrderClientRow } from '@contract/orders'
import type { FieldDescription } from '@contract/rest'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { FieldKind } from '@emulator/lists/filter'
import { RestError } from '@emulator/calls/errors'
import { readRequiredInt } from '@emulator/calls/params'
import { requireSaleRead, requireStoreRead } from '@emulator/calls/rights'
import { toLenientPage } from '@emulator/lists/lenient-list'
import { mapValues } from '@emulator/rows/map-values'
import { toOrderAnswer } from '@emulator/rows/order-answer'
import { ORDER_KINDS } from '@emulator/rows/order-fields'

const CLIENT_KINDS = {
  id: 'int',
  orderId: 'int',
  entityTypeId: 'int',
  entityId: 'int',
  isPrimary: 'flag',
  roleId: 'int',
  sort: 'int',
} satisfies Record<keyof OrderClientRow, FieldKind>

const BY_ID = { field: 'id', descending: false }

/** Orders without related rows: the default `select` of a list is the scalars alone. */
function list({ portal, caller, params }: MethodCall): ReplyOf<'sale.order.list'> {
  requireSaleRead(portal, caller)
  const rows = [...portal.data.orders.values()]
  const { page, ...counts } = toLenientPage({ kinds: ORDER_KINDS, rows, defaultOrder: BY_ID }, params)
  return { result: { orders: page }, ...counts }
}

function get({ portal, caller, params }: MethodCall): ReplyOf<'sale.order.get'> {
  const id = readRequiredInt(params, 'id')
  requireSaleRead(portal, caller)
  const order = portal.data.orders.get(id)
  if (!order) throw new RestError('200540400001', 'order is not exists')
  return { result: { order: toOrderAnswer(order) } }
}

/** unconfirmed: the documentation mentions this method without describing it. */
function listClients({ portal, caller, params }: MethodCall): ReplyOf<'crm.ordercontactcompany.list'> {
  requireStoreRead(caller)
  const rows = [...portal.data.orders.values()].flatMap((order) => order.clients)
  const { page, ...counts } = toLenientPage({ kinds: CLIENT_KINDS, rows, defaultOrder: BY_ID }, params)
  return { result: { clients: page }, ...counts }
}

function getClientFields({ caller }: MethodCall): ReplyOf<'crm.ordercontactcompany.getfields'> {
  requireStoreRead(caller)
  const toField = (kind: FieldKind): FieldDescription => ({
    isImmutable: false,
    isReadOnly: false,
    isRequired: false,
    type: kind === 'int' ? 'integer' : 'char',
  })
  return { result: { client: mapValues(CLIENT_KINDS, toField) } }
}

/** Store orders and their customers. @see api-reference/sale/order/index.md */
export const ORDER_METHODS = {
  'sale.order.list': { scopes: ['sale'], run: list },
  'sale.order.get': { scopes: ['sale'], run: get },
  'crm.ordercontactcompany.list': { scopes: ['crm'], run: listClients },
  'crm.ordercontactcompany.getfields': { scopes: ['crm'], run: getClientFields },
} satisfies Partial<MethodTable>
