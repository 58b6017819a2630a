import type { LocalPortal } from '@emulator/portal/state'
import type { Case } from './case'
import { refusal } from './refusals'
const UPDATE = 'api-reference/crm/universal/crm-item-update.md'
const DELETE = 'api-reference/crm/universal/crm-item-delete.md'
const FIELDS = 'api-reference/crm/universal/object-fields.md'

const AT = '2026-11-02T15:00:00+03:00'
const DENIED = { status: 400, body: refusal('ACCESS_DENIED', 'Access denied') }
const GONE = { status: 400, body: refusal('NOT_FOUND', 'Element not found') }
const invalid = (field: string) => ({
  status: 400,
  body: refusal('CRM_FIELD_ERROR_VALUE_NOT_VALID', `Invalid value for field "${field}"`),
})

const add = (entityTypeId: number, fields: unknown) => ({ method: 'crm.item.add', params: { entityTypeId, fields } })
const update = (entityTypeId: number, id: number, fields: unknown) => ({
  method: 'crm.item.update',
  params: { entityTypeId, id, fields },
})
const remove = (entityTypeId: number, id: number) => ({ method: 'crm.item.delete', params: { entityTypeId, id } })
const get = (entityTypeId: number, id: number) => ({ method: 'crm.item.get', params: { entityTypeId, id } })
const look = (entityTypeId: number, id: number, select: string[]) => ({
  method: 'crm.item.list',
  params: { entityTypeId, filter: { id }, select },
})
const shown = (item: object) => ({ body: { result: { items: [item] }, total: 1 } })

/** Every documented key of a deal, for a deal of which only the title was said. */
const NEW_DEAL = {
  id: 5001,
  title: 'Ten chairs',
  createdTime: AT,
  dateCreateShort: null,
  updatedTime: AT,
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
  movedTime: AT,
  lastActivityBy: 1,
  lastActivityTime: AT,
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

function forgetPayments({ data }: LocalPortal): void {
  for (const order of data.orders.values()) order.payments = []
}

/** Update and delete, and what follows from them. */
export const CRM_ITEM_CHANGE_CASES: Case[] = [
  {
    says: 'update changes what is sent and answers the whole item',
    page: UPDATE,
    before: [{ calls: 1, ask: add(2, { title: 'x' }) }],
    ask: update(2, 5001, { title: 'Ten chairs' }),
    body: { result: { item: NEW_DEAL } },
  },
  {
    says: 'update leaves the rest alone',
    page: UPDATE,
    before: [{ calls: 1, ask: update(2, 201, { title: 'Alpha stools' }) }],
    ask: look(2, 201, ['title', 'opportunity', 'currencyId']),
    ...shown({ title: 'Alpha stools', opportunity: 500, currencyId: 'USD' }),
  },
  {
    says: 'update notes who changed the item and when',
    page: FIELDS,
    before: [{ calls: 1, ask: { ...update(2, 201, { title: 'x' }), as: 'store administrator' } }],
    ask: look(2, 201, ['updatedBy', 'updatedTime']),
    ...shown({ updatedBy: 4, updatedTime: AT }),
  },
  {
    says: 'an update without a change saves nothing',
    page: UPDATE,
    before: [
      { calls: 1, ask: add(2, { title: 'x' }) },
      { moveMs: 60_000 },
      { calls: 1, ask: { ...update(2, 5001, { title: 'x' }), as: 'store administrator' } },
    ],
    ask: look(2, 5001, ['updatedBy', 'updatedTime']),
    ...shown({ updatedBy: 1, updatedTime: AT }),
  },
  {
    says: 'an update to another stage notes the move',
    page: FIELDS,
    before: [{ calls: 1, ask: { ...update(2, 201, { stageId: 'EXECUTING' }), as: 'store administrator' } }],
    ask: look(2, 201, ['stageId', 'movedBy', 'movedTime']),
    ...shown({ stageId: 'EXECUTING', movedBy: 4, movedTime: AT }),
  },
  {
    says: 'an item that changes its pipeline begins at its first stage',
    page: 'FACTS.md: another pipeline',
    before: [{ calls: 1, ask: update(2, 201, { categoryId: 9 }) }],
    ask: look(2, 201, ['categoryId', 'stageId']),
    ...shown({ categoryId: 9, stageId: 'C9:NEW' }),
  },
  {
    says: 'an empty value takes a field away',
    page: UPDATE,
    before: [
      { calls: 1, ask: add(2, { comments: 'Call first' }) },
      { calls: 1, ask: update(2, 5001, { comments: '' }) },
    ],
    ask: look(2, 5001, ['comments']),
    ...shown({ comments: '' }),
  },
  {
    says: 'update refuses a stage that is not there',
    page: UPDATE,
    ask: update(2, 201, { stageId: 'NONSENSE' }),
    ...invalid('stageId'),
  },
  {
    says: 'update wants an id',
    page: UPDATE,
    live: true,
    ask: { method: 'crm.item.update', params: { entityTypeId: 2, fields: { title: 'x' } } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    says: 'update knows no such item',
    page: 'api-reference/crm/universal/crm-item-get.md',
    ask: update(2, 999, { title: 'x' }),
    ...GONE,
  },
  {
    says: 'update is refused for a deal of somebody else',
    page: UPDATE,
    ask: { ...update(2, 201, { title: 'x' }), as: 'manager' },
    ...DENIED,
    after: [{ ask: look(2, 201, ['title']), ...shown({ title: 'Alpha chairs' }) }],
  },
  {
    says: 'update is open to whoever is responsible',
    page: UPDATE,
    before: [
      { calls: 1, ask: { ...add(2, { title: 'x' }), as: 'employee' } },
      { calls: 1, ask: { ...update(2, 5001, { title: 'Mine' }), as: 'employee' } },
    ],
    ask: look(2, 5001, ['title']),
    ...shown({ title: 'Mine' }),
  },
  {
    says: 'delete answers an empty list',
    page: DELETE,
    before: [{ change: forgetPayments }],
    ask: remove(2, 202),
    body: { result: [] },
  },
  {
    says: 'a deleted item is gone',
    page: DELETE,
    before: [{ calls: 1, ask: remove(2, 202) }],
    ask: get(2, 202),
    ...GONE,
  },
  {
    says: 'delete wants an id',
    page: DELETE,
    live: true,
    ask: { method: 'crm.item.delete', params: { entityTypeId: 2 } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  { says: 'delete knows no such item', page: DELETE, ask: remove(31, 999), ...GONE },
  {
    says: 'delete knows no such type',
    page: DELETE,
    ask: remove(777, 1),
    status: 400,
    body: refusal('NOT_FOUND', 'Smart process not found'),
  },
  {
    says: 'delete is refused for a deal of somebody else',
    page: DELETE,
    ask: { ...remove(2, 201), as: 'employee' },
    ...DENIED,
  },
  {
    says: 'a deal takes its orders along',
    page: 'FACTS.md: a deleted deal',
    before: [{ change: forgetPayments }, { calls: 1, ask: remove(2, 201) }],
    ask: { method: 'sale.order.get', params: { id: 1 } },
    status: 400,
    body: refusal('200540400001', 'order is not exists'),
    bindings: { 1: null },
  },
  {
    says: 'a deal with a paid order stays',
    page: 'FACTS.md: a deleted deal',
    before: [
      {
        change: ({ data }) =>
          void data.orders.get(1)?.payments.push({
            id: 1,
            orderId: 1,
            accountNumber: '1/1',
            paid: 'Y',
            sum: 100,
            currency: 'USD',
            paySystemName: 'Card',
          }),
      },
    ],
    ask: remove(2, 201),
    status: 400,
    body: refusal('SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE', 'The order has active payments'),
    bindings: { 1: [2, 201] },
    after: [{ ask: look(2, 201, ['id']), ...shown({ id: 201 }) }],
  },
  {
    says: 'a portal may let the orders of a deal live',
    page: 'FACTS.md: a deleted deal',
    settings: { dealDeletion: 'unbinds-orders' },
    before: [{ calls: 1, ask: remove(2, 201) }],
    ask: { method: 'sale.order.list', params: { filter: { id: 1 }, select: ['id'] } },
    body: { result: { orders: [{ id: 1 }] }, total: 1 },
    bindings: { 1: null },
  },
  {
    says: 'orders of an invoice outlive it',
    page: 'FACTS.md: a deleted invoice',
    before: [{ calls: 1, ask: remove(31, 41) }],
    ask: { method: 'sale.order.list', params: { filter: { id: 2 }, select: ['id'] } },
    body: { result: { orders: [{ id: 2 }] }, total: 1 },
    bindings: { 2: null },
  },
  {
    says: 'an e-mail is changed by its id',
    page: 'api-reference/crm/data-types.md',
    before: [
      { calls: 1, ask: add(3, { fm: [{ typeId: 'EMAIL', valueType: 'WORK', value: 'old@example.com' }] }) },
      { calls: 1, ask: update(3, 5001, { fm: [{ id: 5002, value: 'new@example.com' }] }) },
    ],
    ask: look(3, 5001, ['email']),
    ...shown({ email: 'new@example.com' }),
  },
]
