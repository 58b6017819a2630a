import type { Params } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import type { RowOwner } from './row-owners'
import { RestError } from '@emulator/calls/errors'
import { isMap, toFlag, toInt, toNumber } from '@emulator/calls/params'
import { findProduct, productName } from '@emulator/portal/catalogue'
import { PIECES, readProductRows } from './product-rows'

/** What calls may set on a row, and what stands in it when they do not. @see api-reference/crm/universal/product-rows/crm-item-productrow-add.md */
export const ROW_DEFAULTS = {
  productId: 0,
  productName: '',
  price: 0,
  quantity: 1,
  discountTypeId: 2,
  discountRate: 0,
  discountSum: 0,
  taxRate: null,
  taxIncluded: 'N',
  taxName: '',
  measureCode: 0,
  measureName: '',
  sort: 0,
} as const satisfies Partial<StoredProductRow>

/** The old methods alone set the name of the unit of measure. */
type WrittenField = Exclude<keyof typeof ROW_DEFAULTS, 'measureName'>

/** The values that a call sets, cast to the kinds of their fields. */
export type RowValues = Partial<Pick<StoredProductRow, keyof typeof ROW_DEFAULTS>>

const TEXTS: readonly string[] = ['productName', 'taxName']
const IDS: readonly string[] = ['productId', 'discountTypeId', 'measureCode', 'sort']

function toValue(name: WrittenField, value: unknown): unknown {
  if (value === null || value === '' || isMap(value)) return ROW_DEFAULTS[name]
  if (TEXTS.includes(name)) return String(value)
  if (IDS.includes(name)) return toInt(value)
  return name === 'taxIncluded' ? (toFlag(value) ?? ROW_DEFAULTS.taxIncluded) : (toNumber(value) ?? 0)
}

function isWritten(name: string): name is WrittenField {
  return Object.hasOwn(ROW_DEFAULTS, name) && name !== 'measureName'
}

/** Reads the values of a row; all else is dropped. */
export function toRowValues(fields: Params): RowValues {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    isWritten(name) && value !== undefined ? [[name, toValue(name, value)] as const] : [],
  )
  return Object.fromEntries(entries)
}

/** Refuses a product that the catalogue does not have. The text is ours. */
export function requireProduct({ productId = 0 }: RowValues): void {
  if (productId === 0 || findProduct(productId)) return
  throw new RestError('INVALID_ARG_VALUE', `Product with id ${productId} is not found in the catalog`)
}

function toName(portal: LocalPortal, values: RowValues, present: StoredProductRow | undefined): string {
  if (values.productName) return values.productName
  const product = findProduct(values.productId ?? 0)
  const isNewProduct = product !== undefined && values.productId !== present?.productId
  if (isNewProduct) return productName(product, portal.settings.language)
  return present?.productName ?? ''
}

/** Makes a row of an owner from checked values, or changes one that is there. A row without any name is called by its id. */
export function draftProductRow(
  portal: LocalPortal,
  owner: RowOwner,
  { values, present }: { values: RowValues; present?: StoredProductRow | undefined },
): StoredProductRow {
  const id = present?.id ?? portal.nextId()
  const measureCode =
    values.measureCode ?? present?.measureCode ?? (values.productId ? PIECES : ROW_DEFAULTS.measureCode)
  return {
    xmlId: '',
    ...ROW_DEFAULTS,
    ...present,
    ...values,
    id,
    ownerId: owner.id,
    ownerTypeId: owner.entityTypeId,
    productName: toName(portal, values, present) || `[${id}]`,
    measureCode,
  }
}

/**
 * Makes the rows that an owner shall have: those with the id of a row of its own are that row changed, all others are new.
 * unconfirmed: what such a row is not told stays.
 */
export function draftProductRows(
  portal: LocalPortal,
  owner: RowOwner,
  written: readonly { id: number; values: RowValues }[],
): StoredProductRow[] {
  const left = new Map(readProductRows(portal, owner).map((row) => [row.id, row]))
  return written.map(({ id, values }) => {
    const present = left.get(id)
    left.delete(id)
    return draftProductRow(portal, owner, { values, present })
  })
}
