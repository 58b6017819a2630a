/** CRM objects of any type, and what describes them. @see api-reference/crm/universal/index.md */
import type { CrmItemFields } from './crm-item-fields'
import type { PhpMap, YesNo } from './rest'

/** A deal, a smart invoice or an item of a dynamic type; fields that the type does not have are absent. */
export interface CrmItemRow extends Partial<CrmItemFields> {
  id: number
  title: string
  assignedById: number
  createdBy: number
  createdTime: string
  opened: YesNo
  updatedTime: string
}

/** A contact has `name` and `lastName`, a company `title`. */
export interface CrmClientRow extends Partial<CrmItemFields> {
  id: number
}

/** Rows with only the selected fields; `[]` where none of them is known. @see api-reference/crm/universal/crm-item-list.md */
export interface CrmItemListResult {
  items: (Partial<CrmItemFields> | never[])[]
}

/** Answer of reading, adding and changing: the whole row. @see api-reference/crm/universal/crm-item-get.md */
export interface CrmItemGetResult {
  item: (CrmItemRow | CrmClientRow) & { entityTypeId: number }
}

/** The pipelines of one type. @see api-reference/crm/universal/category/crm-category-list.md */
export interface CrmCategoryListResult {
  categories: {
    id: number
    name: string
    sort: number
    entityTypeId: number
    isDefault: YesNo
    /** Absent in the general pipeline. */
    originId?: string
    originatorId?: string
  }[]
}

/** Rows of `crm.status.list`, all values strings. @see api-reference/crm/status/crm-status-list.md */
export interface CrmStatusRow {
  ID: string
  ENTITY_ID: string
  STATUS_ID: string
  NAME: string
  NAME_INIT: string
  SORT: string
  SYSTEM: YesNo
  CATEGORY_ID: string | null
  COLOR: string
  SEMANTICS: 'S' | 'F' | null
  /** Only stages have it. */
  EXTRA?: { SEMANTICS: 'process' | 'success' | 'failure' | 'apology'; COLOR: string }
}

/** Rows of `crm.enum.ownertype`. @see api-reference/crm/auxiliary/enum/crm-enum-owner-type.md */
export interface CrmOwnerTypeRow {
  ID: number
  NAME: string
  SYMBOL_CODE: string
  SYMBOL_CODE_SHORT: string
}

/** A dynamic type. @see api-reference/crm/data-types.md */
export interface CrmTypeRow {
  id: number
  title: string
  code: string
  createdBy: number
  entityTypeId: number
  customSectionId: number | null
  isCategoriesEnabled: YesNo
  isStagesEnabled: YesNo
  isBeginCloseDatesEnabled: YesNo
  isClientEnabled: YesNo
  isUseInUserfieldEnabled: YesNo
  isLinkWithProductsEnabled: YesNo
  isMycompanyEnabled: YesNo
  isDocumentsEnabled: YesNo
  isSourceEnabled: YesNo
  isObserversEnabled: YesNo
  isRecyclebinEnabled: YesNo
  isAutomationEnabled: YesNo
  isBizProcEnabled: YesNo
  isSetOpenPermissions: YesNo
  isPaymentsEnabled: YesNo
  isCountersEnabled: YesNo
  createdTime: string
  updatedTime: string
  updatedBy: number
}

/** The dynamic types. @see api-reference/crm/universal/user-defined-object-types/crm-type-list.md */
export interface CrmTypeListResult {
  types: CrmTypeRow[]
}

/** How objects of one type are bound to those of another. */
export interface CrmTypeRelation {
  entityTypeId: number
  isChildrenListEnabled: YesNo
  isPredefined: YesNo
}

/** One dynamic type with its relations. @see api-reference/crm/universal/user-defined-object-types/crm-type-get.md */
export interface CrmTypeGetResult {
  type: CrmTypeRow & {
    relations: { parent: CrmTypeRelation[]; child: CrmTypeRelation[] }
    linkedUserFields: PhpMap<YesNo>
    /** Deprecated; what stands in it is not described. */
    customSections: never[]
  }
}
