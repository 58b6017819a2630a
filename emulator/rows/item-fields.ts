import type { CrmItemFields } from '@contract/crm-item-fields'
import type { YesNo } from '@contract/rest'
import type { FieldKind } from '@emulator/lists/filter'

/** One documented field of a CRM object: how it compares, what stands in it when nothing does, and whether calls may set it. */
export interface ItemField<Value = unknown> {
  kind: FieldKind
  /** Shown where the row has no value. Fields that are switched off are always null. */
  empty: Value
  isWritable: boolean
  /** A list of ids. */
  isList?: true
}

/** The fields of a type by their names. */
export type ItemFields = Readonly<Record<string, ItemField>>

/** These stand in every row: what would be shown without them is never seen. */
type RequiredField = 'id' | 'assignedById' | 'createdBy' | 'createdTime' | 'updatedTime'

/** Documented fields only, each empty the way the contract allows. */
export type FieldTable = {
  readonly [Name in keyof CrmItemFields]?: ItemField<CrmItemFields[Name] | (Name extends RequiredField ? null : never)>
}

/** A field that calls may set; null where nothing stands in it, unless told. */
export function writable(kind: FieldKind): ItemField<null>
export function writable<Value>(kind: FieldKind, empty: Value): ItemField<Value>
export function writable(kind: FieldKind, empty: unknown = null): ItemField {
  return { kind, empty, isWritable: true }
}

/** A field that only the portal sets. */
export function readOnly(kind: FieldKind): ItemField<null>
export function readOnly<Value>(kind: FieldKind, empty: Value): ItemField<Value>
export function readOnly(kind: FieldKind, empty: unknown = null): ItemField {
  return { kind, empty, isWritable: false }
}

/** A flag that calls may set. */
export const flag = (empty: YesNo): ItemField<YesNo> => writable('flag', empty)
/** A list of ids that calls may set. */
export const ids = (): ItemField<number[]> => ({ ...writable<number[]>('int', []), isList: true })
/** A flag that only the portal sets. */
export const readOnlyFlag = (empty: YesNo): ItemField<YesNo> => readOnly('flag', empty)
/** A date without its time. */
export const day = (): ItemField<null> => writable('day')

/** What objects of every type have. @see api-reference/crm/universal/object-fields.md */
export const COMMON_FIELDS = {
  id: readOnly('int'),
  createdTime: readOnly('date'),
  updatedTime: readOnly('date'),
  createdBy: readOnly('int'),
  updatedBy: readOnly('int'),
  assignedById: writable('int'),
  opened: flag('Y'),
  webformId: writable('int'),
  lastActivityBy: readOnly('int'),
  lastActivityTime: readOnly('date'),
  observers: ids(),
} satisfies FieldTable

/** Where a client came from. */
export const UTM_FIELDS = {
  utmSource: writable('string'),
  utmMedium: writable('string'),
  utmCampaign: writable('string'),
  utmContent: writable('string'),
  utmTerm: writable('string'),
} satisfies FieldTable

/** What deals, invoices and items of dynamic types have in common. */
const PIPELINE_FIELDS = {
  ...COMMON_FIELDS,
  title: writable('string', ''),
  categoryId: writable('int', 0),
  stageId: writable('string'),
  movedBy: readOnly('int'),
  movedTime: readOnly('date'),
  companyId: writable('int', 0),
  contactId: writable('int', 0),
  contactIds: ids(),
  opportunity: writable('float', 0),
  isManualOpportunity: flag('N'),
  taxValue: writable('float', 0),
  currencyId: writable('string'),
  begindate: day(),
  closedate: day(),
  sourceId: writable('string', ''),
  sourceDescription: writable('string', ''),
} satisfies FieldTable

/** Fields that the documented samples of a deal show as null, whatever is done. */
const DEAL_ALWAYS_NULL = {
  dateCreateShort: readOnly('string'),
  dateModifyShort: readOnly('string'),
  productId: readOnly('string'),
  begindateShort: readOnly('string'),
  closedateShort: readOnly('string'),
  eventDate: readOnly('string'),
  eventDateShort: readOnly('string'),
  eventId: readOnly('string'),
  eventDescription: readOnly('string'),
  searchContent: readOnly('string'),
  orderStage: readOnly('string'),
  isWork: readOnly('flag'),
  isWon: readOnly('flag'),
  isLose: readOnly('flag'),
  receivedAmount: readOnly('string'),
  lostAmount: readOnly('string'),
  hasProducts: readOnly('flag'),
} satisfies FieldTable

/** The fields of a deal. @see api-reference/crm/universal/crm-item-add.md */
export const DEAL_FIELDS = {
  ...PIPELINE_FIELDS,
  ...UTM_FIELDS,
  ...DEAL_ALWAYS_NULL,
  typeId: writable('string'),
  stageSemanticId: readOnly('string'),
  closed: readOnlyFlag('N'),
  isNew: readOnlyFlag('N'),
  isRecurring: flag('N'),
  isReturnCustomer: readOnlyFlag('N'),
  isRepeatedApproach: readOnlyFlag('N'),
  probability: writable('int'),
  comments: writable('string', ''),
  leadId: writable('int'),
  quoteId: writable('int'),
  locationId: writable('string'),
  originatorId: writable('string'),
  originId: writable('string'),
  additionalInfo: writable('string'),
  parentId7: writable('int'),
} satisfies FieldTable

/** The fields that an item of a dynamic type has when its type enables all of them. */
export const DYNAMIC_FIELDS = {
  ...PIPELINE_FIELDS,
  xmlId: writable('string'),
  previousStageId: readOnly('string'),
  mycompanyId: writable('int', 0),
  parentId2: writable('int'),
  parentId7: writable('int'),
} satisfies FieldTable

/** An invoice's pipeline is the portal's own: there is one, and calls do not choose it. */
export const INVOICE_FIELDS = {
  ...DYNAMIC_FIELDS,
  categoryId: readOnly('int'),
  accountNumber: readOnly('string'),
  comments: writable('string'),
  locationId: writable('string'),
} satisfies FieldTable

/** Flat copies of the first phone and e-mail of each kind, and what is known from them. */
export const FLAT_MULTIFIELDS = {
  hasPhone: readOnlyFlag('N'),
  hasEmail: readOnlyFlag('N'),
  hasImol: readOnlyFlag('N'),
  emailHome: readOnly('string', ''),
  emailWork: readOnly('string', ''),
  emailMailing: readOnly('string', ''),
  phoneMobile: readOnly('string', ''),
  phoneWork: readOnly('string', ''),
  phoneMailing: readOnly('string', ''),
  imol: readOnly('string', ''),
  email: readOnly('string', ''),
  phone: readOnly('string', ''),
} satisfies FieldTable

const CLIENT_FIELDS = {
  ...COMMON_FIELDS,
  ...UTM_FIELDS,
  ...FLAT_MULTIFIELDS,
  typeId: writable('string'),
  address: readOnly('string'),
  comments: writable('string'),
  leadId: writable('int'),
  originatorId: writable('string'),
  originId: writable('string'),
  originVersion: writable('string'),
  searchContent: readOnly('string'),
  categoryId: readOnly('int', 0),
} satisfies FieldTable

/** The fields of a contact. @see api-reference/crm/universal/object-fields.md */
export const CONTACT_FIELDS = {
  ...CLIENT_FIELDS,
  honorific: writable('string'),
  name: writable('string'),
  secondName: writable('string'),
  lastName: writable('string'),
  shortName: readOnly('string'),
  photo: readOnly('string'),
  birthdate: day(),
  post: writable('string'),
  sourceId: writable('string'),
  sourceDescription: writable('string'),
  export: flag('Y'),
  companyId: writable('int', 0),
  companyIds: ids(),
  login: readOnly('string'),
} satisfies FieldTable

/** The fields of a company. @see api-reference/crm/universal/object-fields.md */
export const COMPANY_FIELDS = {
  ...CLIENT_FIELDS,
  title: writable('string', ''),
  logo: readOnly('string'),
  addressLegal: readOnly('string'),
  bankingDetails: writable('string'),
  industry: writable('string'),
  employees: writable('string'),
  currencyId: writable('string'),
  revenue: writable('float', 0),
  isMyCompany: flag('N'),
  contactIds: ids(),
} satisfies FieldTable

/** Estimates: the few fields that their sample rows have. */
export const MINIMAL_FIELDS = {
  ...PIPELINE_FIELDS,
  ...UTM_FIELDS,
  stageSemanticId: readOnly('string'),
} satisfies FieldTable

/** The flags of a type as they stand in a new row: filters look at rows, so a flag must be there to be found. */
export function toFlags(fields: ItemFields): Record<string, 'Y' | 'N'> {
  const flags: Record<string, 'Y' | 'N'> = {}
  for (const [name, { empty }] of Object.entries(fields)) if (empty === 'Y' || empty === 'N') flags[name] = empty
  return flags
}
