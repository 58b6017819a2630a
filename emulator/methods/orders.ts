import type { MethodCall, MethodFamily, MethodReply } from '@emulator/calls/call'
import type { FieldKinds } from '@emulator/lists/filter'
import { RestError } from '@emulator/calls/errors'
import { readRequiredInt } from '@emulator/calls/params'
import { requireSaleRead, requireStoreRead } from '@emulator/calls/rights'
import { answerLenientList } from '@emulator/lists/lenient-list'
import { ORDER_KINDS } from '@emulator/rows/order-fields'

const CLIENT_KINDS: FieldKinds = {
  id: 'int',
  orderId: 'int',
  entityTypeId: 'int',
  entityId: 'int',
  isPrimary: 'string',
  roleId: 'int',
  sort: 'int',
}

const BY_ID = { field: 'id', descending: false }

/** Orders without related rows: the default `select` of a list is the scalars alone. */
function list({ portal, caller, params }: MethodCall): MethodReply {
  requireSaleRead(portal, caller)
  const rows = [...portal.data.orders.values()]
  return answerLenientList({ name: 'orders', kinds: ORDER_KINDS, rows, defaultOrder: BY_ID }, params)
}

function get({ portal, caller, params }: MethodCall): MethodReply {
  const id = readRequiredInt(params, 'id')
  requireSaleRead(portal, caller)
  const order = portal.data.orders.get(id)
  if (!order) throw new RestError('200540400001', 'order is not exists')
  return { result: { order } }
}

/** unconfirmed: the documentation mentions this method without describing it. */
function listClients({ portal, caller, params }: MethodCall): MethodReply {
  requireStoreRead(caller)
  const rows = [...portal.data.orders.values()].flatMap((order) => order.clients)
  return answerLenientList({ name: 'clients', kinds: CLIENT_KINDS, rows, defaultOrder: BY_ID }, params)
}

function getClientFields({ caller }: MethodCall): MethodReply {
  requireStoreRead(caller)
  const toField = (kind: string) => ({
    isImmutable: false,
    isReadOnly: false,
    isRequired: false,
    type: kind === 'int' ? 'integer' : 'char',
  })
  return {
    result: { client: Object.fromEntries(Object.entries(CLIENT_KINDS).map(([name, kind]) => [name, toField(kind)])) },
  }
}

/** Store orders and their customers. @see api-reference/sale/order/index.md */
export const ORDER_METHODS: MethodFamily = {
  'sale.order.list': { scopes: ['sale'], run: list },
  'sale.order.get': { scopes: ['sale'], run: get },
  'crm.ordercontactcompany.list': { scopes: ['crm'], run: listClients },
  'crm.ordercontactcompany.getfields': { scopes: ['crm'], run: getClientFields },
}
