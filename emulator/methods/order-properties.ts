import type { OrderFormPropertyRow } from '@contract/orders'
import type { YesNo } from '@contract/rest'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { FieldKind } from '@emulator/lists/filter'
import { requireSaleRead } from '@emulator/calls/rights'
import { toLenientPage } from '@emulator/lists/lenient-list'
import { messagesOf } from '@emulator/portal/messages'

const KINDS = {
  id: 'int',
  active: 'flag',
  code: 'string',
  name: 'string',
  personTypeId: 'int',
  type: 'string',
  sort: 'int',
  required: 'flag',
  isProfileName: 'flag',
  isPayer: 'flag',
  isEmail: 'flag',
  isPhone: 'flag',
  defaultValue: 'string',
  description: 'string',
  inputFieldLocation: 'string',
  isAddress: 'flag',
  isAddressFrom: 'flag',
  isAddressTo: 'flag',
  isFiltered: 'flag',
  isLocation: 'flag',
  isZip: 'flag',
  multiple: 'flag',
  propsGroupId: 'int',
  settings: 'string',
  userProps: 'flag',
  util: 'flag',
  xmlId: 'string',
} satisfies Record<keyof OrderFormPropertyRow, FieldKind>

/** What every property of the form has alike. */
const ALIKE = {
  active: 'Y',
  personTypeId: 3,
  type: 'STRING',
  defaultValue: '',
  description: '',
  inputFieldLocation: '0',
  isAddress: 'N',
  isAddressFrom: 'N',
  isAddressTo: 'N',
  isFiltered: 'N',
  isLocation: 'N',
  isZip: 'N',
  multiple: 'N',
  propsGroupId: 5,
  settings: [],
  userProps: 'Y',
  util: 'N',
} satisfies Partial<OrderFormPropertyRow>

const yes = (flag: boolean): YesNo => (flag ? 'Y' : 'N')

/** The form of the sample shop, the same for persons and companies: their values stand in `sale.order.get`. */
function listProperties({ portal, caller, params }: MethodCall): ReplyOf<'sale.property.list'> {
  requireSaleRead(portal, caller)
  const { properties } = messagesOf(portal.settings.language)
  const fields = [
    { code: 'FIO', name: properties.name },
    { code: 'EMAIL', name: properties.email },
    { code: 'PHONE', name: properties.phone },
  ]
  const rows = fields.map(({ code, name }, index): OrderFormPropertyRow => ({
    ...ALIKE,
    id: 20 + index,
    code,
    name,
    xmlId: `bx_prop_${code.toLowerCase()}`,
    sort: 100 * (index + 1),
    required: yes(code !== 'PHONE'),
    isProfileName: yes(code === 'FIO'),
    isPayer: yes(code === 'FIO'),
    isEmail: yes(code === 'EMAIL'),
    isPhone: yes(code === 'PHONE'),
  }))
  const defaultOrder = { field: 'id', descending: false }
  const { page, ...counts } = toLenientPage({ kinds: KINDS, rows, defaultOrder }, params)
  return { result: { properties: page }, ...counts }
}

/** Properties of the checkout form. @see api-reference/sale/property/sale-property-list.md */
export const ORDER_PROPERTY_METHODS = {
  'sale.property.list': { scopes: ['sale'], run: listProperties },
} satisfies Partial<MethodTable>
