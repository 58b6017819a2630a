import type { FieldDescription, FieldDescriptions } from '@contract/field-descriptions'

type RowField = [type: string, title: string, flags?: Partial<FieldDescription>]

const REQUIRED = { isRequired: true }
const OWNER = { isRequired: true, isImmutable: true }
const READ_ONLY = { isReadOnly: true }

/** In the order of the documented sample. */
const FIELDS: Record<string, RowField> = {
  id: ['integer', 'ID', READ_ONLY],
  ownerId: ['integer', 'Owner ID', OWNER],
  ownerType: ['string', 'Owner Type', OWNER],
  productId: ['integer', 'Product', REQUIRED],
  productName: ['string', 'Product Name'],
  price: ['double', 'Price'],
  priceExclusive: ['double', 'Discounted price excluding tax', READ_ONLY],
  priceNetto: ['double', 'PRICE_NETTO', READ_ONLY],
  priceBrutto: ['double', 'PRICE_BRUTTO', READ_ONLY],
  quantity: ['double', 'Quantity'],
  discountTypeId: ['integer', 'Discount Type'],
  discountRate: ['double', 'Discount Amount'],
  discountSum: ['double', 'Discount Total'],
  taxRate: ['double', 'Tax'],
  taxName: ['string', 'TAX_NAME'],
  taxIncluded: ['char', 'Tax included in price'],
  customized: ['char', 'Modified'],
  measureCode: ['integer', 'Unit of Measure Code'],
  measureName: ['string', 'Unit of Measure'],
  sort: ['integer', 'Sorting'],
  type: ['integer', 'TYPE', READ_ONLY],
  storeId: ['integer', 'STORE_ID', READ_ONLY],
}

const FLAGS = { isRequired: false, isReadOnly: false, isImmutable: false, isMultiple: false, isDynamic: false }

/** Describes the fields of product rows. @see api-reference/crm/universal/product-rows/crm-item-productrow-fields.md */
export function describeProductRows(): FieldDescriptions {
  const described = Object.entries(FIELDS).map(([name, [type, title, flags]]) => [
    name,
    { type, ...FLAGS, ...flags, title },
  ])
  return Object.fromEntries(described)
}
