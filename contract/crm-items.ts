/** CRM objects of any type. @see api-reference/crm/universal/index.md */
import type { YesNo } from './orders'

/** A deal, a smart invoice or an item of a dynamic type; fields that the type does not have are absent. */
export interface CrmItemRow {
  id: number
  title: string
  entityTypeId?: number
  accountNumber?: string
  assignedById: number
  begindate?: string | null
  categoryId?: number
  closed?: YesNo
  closedate?: string | null
  companyId?: number | null
  contactId?: number | null
  contactIds?: number[]
  createdBy: number
  createdTime: string
  currencyId?: string
  isManualOpportunity?: YesNo
  mycompanyId?: number | null
  lastActivityBy?: number | null
  lastActivityTime?: string | null
  movedBy?: number | null
  movedTime?: string | null
  observers?: number[]
  opened: YesNo
  opportunity?: number
  orderStage?: string
  parentId2?: number | null
  parentId7?: number | null
  /** `NEW` or `C9:UC_…` for deals, `DT31_<category>:N` for smart invoices. */
  stageId?: string
  stageSemanticId?: 'P' | 'S' | 'F'
  typeId?: string
  updatedBy?: number | null
  updatedTime: string
}

/** One phone, e-mail or other way to reach a client. @see api-reference/crm/data-types.md */
export interface CrmMultifieldRow {
  id: number
  typeId: string
  valueType: string
  value: string
}

/** A contact has `name` and `lastName`, a company `title`. Fields that stand in few rows are absent here. */
export interface CrmClientRow {
  id: number
  name?: string
  lastName?: string
  title?: string
  assignedById?: number
  companyId?: number
  createdBy?: number
  createdTime?: string
  companyIds?: number[]
  contactIds?: number[]
  email?: string
  emailWork?: string
  fm?: CrmMultifieldRow[]
  hasEmail?: YesNo
  hasPhone?: YesNo
  opened?: YesNo
  phone?: string
  phoneWork?: string
  typeId?: string
  updatedBy?: number
  updatedTime?: string
}

export interface CrmItemListResult {
  items: Partial<CrmItemRow & CrmClientRow>[]
}

export interface CrmItemGetResult {
  item: CrmItemRow & Partial<CrmClientRow>
}

/** @see api-reference/crm/universal/category/crm-category-list.md */
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

/** Rows of `crm.enum.ownertype`. */
export interface CrmOwnerTypeRow {
  ID: number
  NAME: string
  SYMBOL_CODE: string
  SYMBOL_CODE_SHORT: string
}

/** Rows of `crm.type.list`; `crm.type.get` adds relations. @see api-reference/crm/data-types.md */
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
