import type { FieldKind } from '@emulator/lists/filter'

/** One documented field of a CRM object: how it compares, what stands in it when nothing does, and whether calls may set it. */
export interface ItemField {
  kind: FieldKind
  /** Shown where the row has no value. Fields that are switched off are always null. */
  empty: unknown
  isWritable: boolean
  /** `Y` or `N`. */
  isFlag?: true
  /** A list of ids. */
  isList?: true
  /** A day without a time. */
  isDay?: true
}

export type ItemFields = Readonly<Record<string, ItemField>>

const open = (kind: FieldKind, empty: unknown = null): ItemField => ({ kind, empty, isWritable: true })
const fixed = (kind: FieldKind, empty: unknown = null): ItemField => ({ kind, empty, isWritable: false })
const flag = (empty: 'Y' | 'N'): ItemField => ({ ...open('string', empty), isFlag: true })
const ids = (): ItemField => ({ ...open('int', []), isList: true })
const day = (): ItemField => ({ ...open('date'), isDay: true })

/** @see api-reference/crm/universal/object-fields.md */
const COMMON: ItemFields = {
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
}

const UTM: ItemFields = {
  utmSource: open('string'),
  utmMedium: open('string'),
  utmCampaign: open('string'),
  utmContent: open('string'),
  utmTerm: open('string'),
}

/** What deals, invoices and items of dynamic types have in common. */
const PIPELINED: ItemFields = {
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
}

/** Fields that the documented samples of a deal show as null, whatever is done. */
const DEAL_ALWAYS_NULL = [
  'dateCreateShort',
  'dateModifyShort',
  'productId',
  'begindateShort',
  'closedateShort',
  'eventDate',
  'eventDateShort',
  'eventId',
  'eventDescription',
  'searchContent',
  'orderStage',
  'isWork',
  'isWon',
  'isLose',
  'receivedAmount',
  'lostAmount',
  'hasProducts',
]

/** @see api-reference/crm/universal/crm-item-add.md */
export const DEAL_FIELDS: ItemFields = {
  ...PIPELINED,
  ...UTM,
  ...Object.fromEntries(DEAL_ALWAYS_NULL.map((name) => [name, fixed('string')])),
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
}

/** The fields that an item of a dynamic type has when its type enables all of them. */
export const DYNAMIC_FIELDS: ItemFields = {
  ...PIPELINED,
  xmlId: open('string'),
  previousStageId: fixed('string'),
  mycompanyId: open('int', 0),
  parentId2: open('int'),
  parentId7: open('int'),
}

/** An invoice's pipeline is the portal's own: there is one, and calls do not choose it. */
export const INVOICE_FIELDS: ItemFields = {
  ...DYNAMIC_FIELDS,
  categoryId: fixed('int'),
  accountNumber: fixed('string'),
  comments: open('string'),
  locationId: open('string'),
}

/** Flat copies of the first phone and e-mail of each kind, and what is known from them. */
const REACHED: ItemFields = {
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
}

const CLIENT: ItemFields = {
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
}

/** @see api-reference/crm/universal/object-fields.md */
export const CONTACT_FIELDS: ItemFields = {
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
}

/** @see api-reference/crm/universal/object-fields.md */
export const COMPANY_FIELDS: ItemFields = {
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
}

/** Leads and estimates: the few fields that their sample rows have. */
export const BARE_FIELDS: ItemFields = { ...PIPELINED, ...UTM, stageSemanticId: fixed('string') }

/** The flags of a type as they stand in a new row: filters look at rows, so a flag must be there to be found. */
export function toFlags(fields: ItemFields): Record<string, 'Y' | 'N'> {
  const flags: Record<string, 'Y' | 'N'> = {}
  for (const [name, { empty }] of Object.entries(fields)) if (empty === 'Y' || empty === 'N') flags[name] = empty
  return flags
}
