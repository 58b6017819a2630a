import type { CrmItemRow } from '@contract/crm-items'
import type { DealProductRow } from '@contract/product-rows'
import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { RowValues } from '@emulator/rows/product-row-draft'
import { ENTITY_TYPE } from '@contract/entity-types'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase, toInt, toNumber } from '@emulator/calls/params'
import { canSeeItem } from '@emulator/calls/rights'
import { legacyError } from '@emulator/lists/legacy-list'
import { canChangeRow } from '@emulator/rows/item-rows'
import { draftProductRows, toRowValues } from '@emulator/rows/product-row-draft'
import { readProductRows, toDealProductRow } from '@emulator/rows/product-rows'
import { saveProductRows } from '@emulator/side-effects/save-product-rows'

const { deal: DEAL } = ENTITY_TYPE

/** Today's name of each field that calls may set. @see api-reference/crm/deals/crm-deal-productrows-set.md */
const NAME_BY_LEGACY = {
  PRODUCT_ID: 'productId',
  PRODUCT_NAME: 'productName',
  PRICE: 'price',
  QUANTITY: 'quantity',
  DISCOUNT_TYPE_ID: 'discountTypeId',
  DISCOUNT_RATE: 'discountRate',
  DISCOUNT_SUM: 'discountSum',
  TAX_RATE: 'taxRate',
  TAX_INCLUDED: 'taxIncluded',
  MEASURE_CODE: 'measureCode',
  MEASURE_NAME: 'measureName',
  SORT: 'sort',
} as const satisfies Partial<Record<keyof DealProductRow, keyof RowValues>>

function requireDeal({ portal, params }: MethodCall): CrmItemRow {
  const id = toInt(readParamAnyCase(params, 'id'))
  if (id <= 0) throw legacyError('The parameter id is invalid or not defined.')
  const deal = portal.data.items.get(DEAL)?.get(id)
  if (!deal) throw legacyError('Not found')
  return deal
}

function get(call: MethodCall): ReplyOf<'crm.deal.productrows.get'> {
  const deal = requireDeal(call)
  if (!canSeeItem(call.caller, DEAL, deal)) throw legacyError('Access denied.')
  const rows = readProductRows(call.portal, { entityTypeId: DEAL, id: deal.id })
  return { result: rows.map((row) => toDealProductRow(call.portal, row)) }
}

/** unconfirmed: who sends no rows takes all away. */
function readRows(params: Params): Params[] {
  const rows = readParamAnyCase(params, 'rows')
  if (rows === undefined || rows === null || rows === '') return []
  if (!isMap(rows)) throw legacyError('The parameter rows must be array.')
  return Object.values(rows).filter(isMap)
}

function fromLegacyRow(fields: Params): RowValues {
  const named = Object.entries(NAME_BY_LEGACY).map(([legacy, name]) => [name, fields[legacy]] as const)
  const unit = fields.MEASURE_NAME
  return { ...toRowValues(Object.fromEntries(named)), ...(typeof unit === 'string' ? { measureName: unit } : {}) }
}

function discountMissing(what: string, when: string): RestError {
  return new RestError('ERROR_CORE', `${what} is required if ${when}<br>`)
}

/** Which part of a discount goes with which. @see api-reference/crm/deals/crm-deal-productrows-set.md */
function requireDiscount({ DISCOUNT_TYPE_ID: type, DISCOUNT_RATE: rate, DISCOUNT_SUM: sum }: Params): void {
  const [ofType, ofSum] = ['Discount Type (DISCOUNT_TYPE_ID) is defined', 'Discount Sum (DISCOUNT_SUM)']
  if (type === undefined) return
  if (toInt(type) === 1 && sum === undefined) throw discountMissing(ofSum, `Monetary ${ofType}.`)
  if (toInt(type) !== 2) return
  if (rate === undefined) throw discountMissing('Discount Rate (DISCOUNT_RATE)', `Percentage ${ofType}.`)
  if (toNumber(rate) === 100 && sum === undefined)
    throw discountMissing(ofSum, `Percentage ${ofType} and Discount Rate (DISCOUNT_RATE) is 100%`)
}

function set(call: MethodCall): ReplyOf<'crm.deal.productrows.set'> {
  const { portal, caller, params } = call
  const deal = requireDeal(call)
  const sent = readRows(params)
  if (!canChangeRow(caller, deal)) throw legacyError('Access denied.')
  sent.forEach(requireDiscount)
  const owner = { entityTypeId: DEAL, id: deal.id }
  const written = sent.map((fields) => ({ id: toInt(fields.ID), values: fromLegacyRow(fields) }))
  saveProductRows(portal, caller, { owner, rows: draftProductRows(portal, owner, written) })
  return { result: true }
}

/** Product rows of deals in their old shape; their development was stopped in favour of `crm.item.productrow.*`. @see api-reference/crm/deals/crm-deal-productrows-get.md */
export const DEAL_PRODUCT_ROW_METHODS = {
  'crm.deal.productrows.get': { scopes: ['crm'], legacy: true, run: get },
  'crm.deal.productrows.set': { scopes: ['crm'], legacy: true, run: set },
} satisfies Partial<MethodTable>
