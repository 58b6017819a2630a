/** What a method says of a field. @see api-reference/crm/data-types.md#crm_rest_field_description */
export interface FieldDescription {
  type: string
  isRequired: boolean
  isReadOnly: boolean
  /** Can be set once, when the object is made. */
  isImmutable: boolean
  isMultiple: boolean
  /** Made by people of the portal. */
  isDynamic: boolean
  isDeprecated?: true
  /** The directory of a `crm_status`. */
  statusType?: string
  title: string
  settings?: Record<string, unknown>
}

/** Fields in their old shape, by their names. @see api-reference/crm/deals/crm-deal-fields.md */
export type FieldDescriptions = Record<string, FieldDescription>

/** Fields of a type, each with its name in capitals. @see api-reference/crm/universal/crm-item-fields.md */
export interface ItemFieldsResult {
  fields: Record<string, FieldDescription & { upperName: string }>
}

/** Fields of product rows. @see api-reference/crm/universal/product-rows/crm-item-productrow-fields.md */
export interface ProductRowFieldsResult {
  fields: FieldDescriptions
}
