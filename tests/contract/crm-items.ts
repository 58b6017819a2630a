import { refusal } from './refusals'
import { NOW } from './test-clock'

export const add = (entityTypeId: number, fields: unknown) => ({
  method: 'crm.item.add',
  params: { entityTypeId, fields },
})
export const get = (entityTypeId: number, id: number) => ({ method: 'crm.item.get', params: { entityTypeId, id } })
export const listOne = (entityTypeId: number, id: number, select: string[]) => ({
  method: 'crm.item.list',
  params: { entityTypeId, filter: { id }, select },
})

/** The response of a list with one item. */
export const oneItem = (item: object) => ({ body: { result: { items: [item] }, total: 1 } })

export const invalidValue = (field: string) => ({
  status: 400,
  body: refusal('CRM_FIELD_ERROR_VALUE_NOT_VALID', `Invalid value for field "${field}"`),
})

/** Every documented key of a deal, for a deal of which only the title was said. */
export const NEW_DEAL = {
  id: 5001,
  title: 'Ten chairs',
  createdTime: NOW,
  dateCreateShort: null,
  updatedTime: NOW,
  dateModifyShort: null,
  createdBy: 1,
  updatedBy: 1,
  assignedById: 1,
  opened: 'Y',
  leadId: null,
  companyId: 0,
  contactId: 0,
  quoteId: null,
  productId: null,
  categoryId: 0,
  stageId: 'NEW',
  stageSemanticId: 'P',
  isNew: 'N',
  isRecurring: 'N',
  isReturnCustomer: 'N',
  isRepeatedApproach: 'N',
  closed: 'N',
  typeId: 'SALE',
  opportunity: 0,
  isManualOpportunity: 'N',
  taxValue: 0,
  currencyId: 'USD',
  probability: null,
  comments: '',
  begindate: '2026-11-02T03:00:00+03:00',
  begindateShort: null,
  closedate: '2026-11-09T03:00:00+03:00',
  closedateShort: null,
  eventDate: null,
  eventDateShort: null,
  eventId: null,
  eventDescription: null,
  locationId: null,
  webformId: null,
  sourceId: 'CALL',
  sourceDescription: '',
  originatorId: null,
  originId: null,
  additionalInfo: null,
  searchContent: null,
  orderStage: null,
  movedBy: 1,
  movedTime: NOW,
  lastActivityBy: 1,
  lastActivityTime: NOW,
  isWork: null,
  isWon: null,
  isLose: null,
  receivedAmount: null,
  lostAmount: null,
  hasProducts: null,
  parentId7: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmContent: null,
  utmTerm: null,
  observers: [],
  contactIds: [],
  entityTypeId: 2,
}
