import type { YesNo } from './rest'

/** One phone, e-mail or other way to reach a client. @see api-reference/crm/data-types.md */
export interface CrmMultifieldRow {
  id: number
  typeId: string
  valueType: string
  value: string
}

/** What objects of every type have. */
interface CommonFields {
  id: number
  assignedById: number
  createdBy: number
  createdTime: string
  /** Stands in answers that `select` does not restrict. */
  entityTypeId: number
  lastActivityBy: number | null
  lastActivityTime: string | null
  observers: number[]
  opened: YesNo
  originId: string | null
  originatorId: string | null
  sourceDescription: string | null
  sourceId: string | null
  updatedBy: number | null
  updatedTime: string
  utmCampaign: string | null
  utmContent: string | null
  utmMedium: string | null
  utmSource: string | null
  utmTerm: string | null
  webformId: number | null
  /** The object of another type that this one is bound to: `parentId2` is a deal. */
  [parent: `parentId${number}`]: number | null
}

/** What objects with a pipeline have: deals, invoices, items of dynamic types. */
interface PipelineFields {
  title: string
  /** Invoices only. */
  accountNumber: string | null
  begindate: string | null
  categoryId: number | null
  closedate: string | null
  comments: string | null
  companyId: number | null
  contactId: number | null
  contactIds: number[]
  currencyId: string | null
  isManualOpportunity: YesNo
  locationId: string | null
  movedBy: number | null
  movedTime: string | null
  mycompanyId: number | null
  opportunity: number
  previousStageId: string | null
  /** `NEW` or `C9:UC_…` for deals, `DT31_<category>:N` for smart invoices. */
  stageId: string | null
  taxValue: number
  xmlId: string | null
}

/** What deals alone have. */
interface DealFields {
  additionalInfo: string | null
  closed: YesNo
  isNew: YesNo
  isRecurring: YesNo
  isRepeatedApproach: YesNo
  isReturnCustomer: YesNo
  leadId: number | null
  orderStage: string | null
  probability: number | null
  quoteId: number | null
  stageSemanticId: 'P' | 'S' | 'F' | null
  typeId: string | null
}

/** Deal fields that are null in every documented answer. */
interface UnusedDealFields {
  begindateShort: null
  closedateShort: null
  dateCreateShort: null
  dateModifyShort: null
  eventDate: null
  eventDateShort: null
  eventDescription: null
  eventId: null
  hasProducts: null
  isLose: null
  isWon: null
  isWork: null
  lostAmount: null
  productId: null
  receivedAmount: null
  searchContent: null
}

/** What contacts and companies have in common. Phones and e-mails stand in `fm`; the flat fields are the first of each kind. */
interface ClientFields {
  address: string | null
  email: string
  emailHome: string
  emailMailing: string
  emailWork: string
  fm: CrmMultifieldRow[]
  hasEmail: YesNo
  hasImol: YesNo
  hasPhone: YesNo
  imol: string
  originVersion: string | null
  phone: string
  phoneMailing: string
  phoneMobile: string
  phoneWork: string
}

interface ContactFields {
  birthdate: string | null
  companyIds: number[]
  export: YesNo
  honorific: string | null
  lastName: string | null
  login: string | null
  name: string | null
  photo: string | null
  post: string | null
  secondName: string | null
  shortName: string | null
}

interface CompanyFields {
  addressLegal: string | null
  bankingDetails: string | null
  employees: string | null
  industry: string | null
  isMyCompany: YesNo
  logo: string | null
  revenue: number
}

/** What leads alone have. */
interface LeadFields {
  companyTitle: string | null
  dateClosed: string | null
  icq: null
  isConvert: null
  skype: null
  statusDescription: string | null
}

/**
 * Every documented field of `crm.item.*` with its type; an object has those of its own type.
 * @see api-reference/crm/universal/object-fields.md
 */
export interface CrmItemFields
  extends
    CommonFields,
    PipelineFields,
    DealFields,
    UnusedDealFields,
    ClientFields,
    ContactFields,
    CompanyFields,
    LeadFields {}
