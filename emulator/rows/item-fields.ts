import type { CrmItemFields } from '@contract/crm-item-fields'
import type { YesNo } from '@contract/rest'
import type { FieldKind } from '@emulator/lists/filter'

/** One documented field of a CRM object: how it compares, what stands in it when nothing does, and whether calls may set it. */
export interface ItemField<Value = unknown> {
  kind: FieldKind
  /** Shown where the row has no value. Fields that are switched off are always null. */
  empty: Value
  isWritable: boolean
  /** `Y` or `N`. */
  isFlag?: true
  /** A list of ids. */
  isList?: true
  /** A day without a time. */
  isDay?: true
}

/** The fields of a type by their names. */
export type ItemFields = Readonly<Record<string, ItemField>>

/** These stand in every row: what would be shown without them is never seen. */
type GivenField = 'id' | 'assignedById' | 'createdBy' | 'createdTime' | 'updatedTime'

/** Documented fields only, each empty the way the contract allows. */
type FieldTable = {
  readonly [Name in keyof CrmItemFields]?: ItemField<CrmItemFields[Name] | (Name extends GivenField ? null : never)>
}

function open(kind: FieldKind): ItemField<null>
function open<Value>(kind: FieldKind, empty: Value): ItemField<Value>
function open(kind: FieldKind, empty: unknown = null): ItemField {
  return { kind, empty, isWritable: true }
}

function fixed(kind: FieldKind): ItemField<null>
function fixed<Value>(kind: FieldKind, empty: Value): ItemField<Value>
function fixed(kind: FieldKind, empty: unknown = null): ItemField {
  return { kind, empty, isWritable: false }
}

const flag = (empty: YesNo): ItemField<YesNo> => ({ ...open('string', empty), isFlag: true })
const ids = (): ItemField<number[]> => ({ ...open<number[]>('int', []), isList: true })
const day = (): ItemField<null> => ({ ...open('date'), isDay: true })

/** @see api-reference/crm/universal/object-fields.md */
const COMMON = {
  id: fixed('int'),
  createdTime: fixed('date'),
  updatedTime: fixed('date'),
  createdBy: fixed('int'),
  updatedBy: fixed('int'),
  assignedById: open('int'),
  opened: flag('Y'),
  webformId: open('int'),
  lastActivityBy: fixed('int'),
  lastActivityTime: fixed('date'),
  observers: ids(),
} satisfies FieldTable

const UTM = {
  utmSource: open('string'),
  utmMedium: open('string'),
  utmCampaign: open('string'),
  utmContent: open('string'),
  utmTerm: open('string'),
} satisfies FieldTable

/** What deals, invoices and items of dynamic types have in common. */
const PIPELINED = {
  ...COMMON,
  title: open('string', ''),
  categoryId: open('int', 0),
  stageId: open('string'),
  movedBy: fixed('int'),
  movedTime: fixed('date'),
  companyId: open('int', 0),
  contactId: open('int', 0),
  contactIds: ids(),
  opportunity: open('float', 0),
  isManualOpportunity: flag('N'),
  taxValue: open('float', 0),
  currencyId: open('string'),
  begindate: day(),
  closedate: day(),
  sourceId: open('string', ''),
  sourceDescription: open('string', ''),
} satisfies FieldTable

/** Fields that the documented samples of a deal show as null, whatever is done. */
const DEAL_ALWAYS_NULL = {
  dateCreateShort: fixed('string'),
  dateModifyShort: fixed('string'),
  productId: fixed('string'),
  begindateShort: fixed('string'),
  closedateShort: fixed('string'),
  eventDate: fixed('string'),
  eventDateShort: fixed('string'),
  eventId: fixed('string'),
  eventDescription: fixed('string'),
  searchContent: fixed('string'),
  orderStage: fixed('string'),
  isWork: fixed('string'),
  isWon: fixed('string'),
  isLose: fixed('string'),
  receivedAmount: fixed('string'),
  lostAmount: fixed('string'),
  hasProducts: fixed('string'),
} satisfies FieldTable

/** The fields of a deal. @see api-reference/crm/universal/crm-item-add.md */
export const DEAL_FIELDS = {
  ...PIPELINED,
  ...UTM,
  ...DEAL_ALWAYS_NULL,
  typeId: open('string'),
  stageSemanticId: fixed('string'),
  closed: fixed('string', 'N'),
  isNew: fixed('string', 'N'),
  isRecurring: flag('N'),
  isReturnCustomer: fixed('string', 'N'),
  isRepeatedApproach: fixed('string', 'N'),
  probability: open('int'),
  comments: open('string', ''),
  leadId: open('int'),
  quoteId: open('int'),
  locationId: open('string'),
  originatorId: open('string'),
  originId: open('string'),
  additionalInfo: open('string'),
  parentId7: open('int'),
} satisfies FieldTable

/** The fields that an item of a dynamic type has when its type enables all of them. */
export const DYNAMIC_FIELDS = {
  ...PIPELINED,
  xmlId: open('string'),
  previousStageId: fixed('string'),
  mycompanyId: open('int', 0),
  parentId2: open('int'),
  parentId7: open('int'),
} satisfies FieldTable

/** An invoice's pipeline is the portal's own: there is one, and calls do not choose it. */
export const INVOICE_FIELDS = {
  ...DYNAMIC_FIELDS,
  categoryId: fixed('int'),
  accountNumber: fixed('string'),
  comments: open('string'),
  locationId: open('string'),
} satisfies FieldTable

/** Flat copies of the first phone and e-mail of each kind, and what is known from them. */
const REACHED = {
  hasPhone: fixed('string', 'N'),
  hasEmail: fixed('string', 'N'),
  hasImol: fixed('string', 'N'),
  emailHome: fixed('string', ''),
  emailWork: fixed('string', ''),
  emailMailing: fixed('string', ''),
  phoneMobile: fixed('string', ''),
  phoneWork: fixed('string', ''),
  phoneMailing: fixed('string', ''),
  imol: fixed('string', ''),
  email: fixed('string', ''),
  phone: fixed('string', ''),
} satisfies FieldTable

const CLIENT = {
  ...COMMON,
  ...UTM,
  ...REACHED,
  typeId: open('string'),
  address: fixed('string'),
  comments: open('string'),
  leadId: open('int'),
  originatorId: open('string'),
  originId: open('string'),
  originVersion: open('string'),
  searchContent: fixed('string'),
  categoryId: fixed('int', 0),
} satisfies FieldTable

/** The fields of a contact. @see api-reference/crm/universal/object-fields.md */
export const CONTACT_FIELDS = {
  ...CLIENT,
  honorific: open('string'),
  name: open('string'),
  secondName: open('string'),
  lastName: open('string'),
  shortName: fixed('string'),
  photo: fixed('string'),
  birthdate: day(),
  post: open('string'),
  sourceId: open('string'),
  sourceDescription: open('string'),
  export: flag('Y'),
  companyId: open('int', 0),
  companyIds: ids(),
  login: fixed('string'),
} satisfies FieldTable

/** The fields of a company. @see api-reference/crm/universal/object-fields.md */
export const COMPANY_FIELDS = {
  ...CLIENT,
  title: open('string', ''),
  logo: fixed('string'),
  addressLegal: fixed('string'),
  bankingDetails: open('string'),
  industry: open('string'),
  employees: open('string'),
  currencyId: open('string'),
  revenue: open('float', 0),
  isMyCompany: flag('N'),
  contactIds: ids(),
} satisfies FieldTable

/** Leads and estimates: the few fields that their sample rows have. */
export const BARE_FIELDS = { ...PIPELINED, ...UTM, stageSemanticId: fixed('string') } satisfies FieldTable

/** The flags of a type as they stand in a new row: filters look at rows, so a flag must be there to be found. */
export function toFlags(fields: ItemFields): Record<string, 'Y' | 'N'> {
  const flags: Record<string, 'Y' | 'N'> = {}
  for (const [name, { empty }] of Object.entries(fields)) if (empty === 'Y' || empty === 'N') flags[name] = empty
  return flags
}
