import type { LocalPortal } from '@emulator/state'
import type { Case } from './play'
import { refusal } from './statement'

const ADD = 'api-reference/crm/universal/crm-item-add.md'
const UPDATE = 'api-reference/crm/universal/crm-item-update.md'
const DELETE = 'api-reference/crm/universal/crm-item-delete.md'
const FIELDS = 'api-reference/crm/universal/object-fields.md'

const AT = '2026-11-02T15:00:00+03:00'
const DENIED = { status: 400, body: refusal('ACCESS_DENIED', 'Access denied') }
const GONE = { status: 400, body: refusal('NOT_FOUND', 'Element not found') }
const invalid = (field: string) => ({ status: 400, body: refusal('CRM_FIELD_ERROR_VALUE_NOT_VALID', `Invalid value for field "${field}"`) })

const add = (entityTypeId: number, fields: unknown) => ({ method: 'crm.item.add', params: { entityTypeId, fields } })
const update = (entityTypeId: number, id: number, fields: unknown) => ({ method: 'crm.item.update', params: { entityTypeId, id, fields } })
const remove = (entityTypeId: number, id: number) => ({ method: 'crm.item.delete', params: { entityTypeId, id } })
const get = (entityTypeId: number, id: number) => ({ method: 'crm.item.get', params: { entityTypeId, id } })
const look = (entityTypeId: number, id: number, select: string[]) => ({ method: 'crm.item.list', params: { entityTypeId, filter: { id }, select } })
const shown = (item: object) => ({ body: { result: { items: [item] }, total: 1 } })

/** Every documented key of a deal, for a deal of which only the title was said. */
const NEW_DEAL = {
  id: 5001, title: 'Ten chairs', createdTime: AT, dateCreateShort: null, updatedTime: AT, dateModifyShort: null, createdBy: 1, updatedBy: 1,
  assignedById: 1, opened: 'Y', leadId: null, companyId: 0, contactId: 0, quoteId: null, productId: null, categoryId: 0, stageId: 'NEW',
  stageSemanticId: 'P', isNew: 'N', isRecurring: 'N', isReturnCustomer: 'N', isRepeatedApproach: 'N', closed: 'N', typeId: 'SALE', opportunity: 0,
  isManualOpportunity: 'N', taxValue: 0, currencyId: 'USD', probability: null, comments: '', begindate: '2026-11-02T03:00:00+03:00',
  begindateShort: null, closedate: '2026-11-09T03:00:00+03:00', closedateShort: null, eventDate: null, eventDateShort: null, eventId: null,
  eventDescription: null, locationId: null, webformId: null, sourceId: 'CALL', sourceDescription: '', originatorId: null, originId: null,
  additionalInfo: null, searchContent: null, orderStage: null, movedBy: 1, movedTime: AT, lastActivityBy: 1, lastActivityTime: AT, isWork: null,
  isWon: null, isLose: null, receivedAmount: null, lostAmount: null, hasProducts: null, parentId7: null, utmSource: null, utmMedium: null,
  utmCampaign: null, utmContent: null, utmTerm: null, observers: [], contactIds: [], entityTypeId: 2,
}

const NEW_INVOICE = {
  id: 5001, title: 'Invoice #5001', xmlId: null, createdTime: AT, updatedTime: AT, createdBy: 1, updatedBy: 1, assignedById: 1, opened: 'Y', webformId: null,
  categoryId: 5, stageId: 'DT31_5:N', previousStageId: null, movedBy: 1, movedTime: AT, lastActivityBy: 1, lastActivityTime: AT, companyId: 0,
  contactId: 0, contactIds: [], opportunity: 0, isManualOpportunity: 'N', taxValue: 0, currencyId: 'USD', mycompanyId: 0,
  begindate: '2026-11-02T03:00:00+03:00', closedate: '2026-11-09T03:00:00+03:00', sourceId: 'CALL', sourceDescription: '', comments: null,
  accountNumber: '5001', locationId: null, observers: [], parentId2: null, parentId7: null, entityTypeId: 31,
}

function forgetPayments({ data }: LocalPortal): void {
  for (const order of data.orders.values()) order.payments = []
}

export const CRM_ITEMS_CASES: Case[] = [
  { says: 'a new deal has every documented field, each with its default', page: ADD, ask: add(2, { title: 'Ten chairs' }), body: { result: { item: NEW_DEAL } } },
  { says: 'a new deal is there afterwards', page: ADD, before: [{ calls: 1, ask: add(2, { title: 'Ten chairs' }) }], ask: get(2, 5001), body: { result: { item: NEW_DEAL } } },
  { says: 'a title is made of type and id', page: ADD, before: [{ calls: 1, ask: add(2, { opportunity: 1 }) }], ask: look(2, 5001, ['title']), ...shown({ title: 'Deal #5001' }) },
  { says: 'that title speaks the portal language', page: ADD, settings: { language: 'ru' }, before: [{ calls: 1, ask: add(2, { opportunity: 1 }) }], ask: look(2, 5001, ['title']), ...shown({ title: 'Сделка #5001' }) },
  { says: 'a new invoice has its own fields and its only pipeline', page: FIELDS, ask: add(31, { opened: 'Y' }), body: { result: { item: NEW_INVOICE } } },
  { says: 'an item of a dynamic type is called after it', page: ADD, before: [{ calls: 1, ask: add(1038, { opportunity: 5 }) }], ask: look(1038, 5001, ['title', 'stageId']), ...shown({ title: 'Service contract #5001', stageId: 'DT1038_12:NEW' }) },
  { says: 'a field that does not exist is ignored', page: ADD, ask: add(2, { title: 'Ten chairs', nonsense: 5 }), body: { result: { item: NEW_DEAL } } },
  { says: 'a field that cannot be written is ignored', page: 'api-reference/crm/universal/crm-item-fields.md', ask: add(2, { title: 'Ten chairs', id: 7, createdBy: 3, closed: 'Y' }), body: { result: { item: NEW_DEAL } } },
  { says: 'a name in capitals is a field that does not exist', page: 'FACTS.md: names of fields', ask: add(2, { title: 'Ten chairs', OPPORTUNITY: 7 }), body: { result: { item: NEW_DEAL } } },
  { says: 'who calls is responsible unless told', page: ADD, before: [{ calls: 1, ask: { ...add(2, { title: 'x' }), as: 'manager' } }], ask: look(2, 5001, ['assignedById', 'createdBy']), ...shown({ assignedById: 2, createdBy: 2 }) },
  { says: 'somebody else may be made responsible', page: ADD, before: [{ calls: 1, ask: add(2, { assignedById: 4 }) }], ask: look(2, 5001, ['assignedById', 'createdBy']), ...shown({ assignedById: 4, createdBy: 1 }) },
  { says: 'the first stage of the chosen pipeline is the default', page: ADD, before: [{ calls: 1, ask: add(2, { categoryId: 9 }) }], ask: look(2, 5001, ['categoryId', 'stageId']), ...shown({ categoryId: 9, stageId: 'C9:NEW' }) },
  { says: 'a deal at a last stage is closed', page: FIELDS, before: [{ calls: 1, ask: add(2, { stageId: 'WON' }) }], ask: look(2, 5001, ['closed', 'stageSemanticId']), ...shown({ closed: 'Y', stageSemanticId: 'S' }) },
  { says: 'the first of several contacts is the contact', page: FIELDS, before: [{ calls: 1, ask: add(2, { contactIds: [2, 1] }) }], ask: look(2, 5001, ['contactId', 'contactIds']), ...shown({ contactId: 2, contactIds: [2, 1] }) },
  { says: 'one contact is a list of one', page: FIELDS, before: [{ calls: 1, ask: add(2, { contactId: 2 }) }], ask: look(2, 5001, ['contactId', 'contactIds']), ...shown({ contactId: 2, contactIds: [2] }) },
  { says: 'a day is kept as the moment at which it begins in Greenwich', page: ADD, before: [{ calls: 1, ask: add(2, { begindate: '2026-12-24' }) }], ask: look(2, 5001, ['begindate']), ...shown({ begindate: '2026-12-24T03:00:00+03:00' }) },
  { says: 'a sum may come as text', page: 'api-reference/data-types.md', before: [{ calls: 1, ask: add(2, { opportunity: '99.90' }) }], ask: look(2, 5001, ['opportunity']), ...shown({ opportunity: 99.9 }) },
  { says: 'a parent of any type is kept', page: ADD, before: [{ calls: 1, ask: add(31, { parentId2: 201 }) }], ask: look(31, 5001, ['parentId2']), ...shown({ parentId2: 201 }) },
  { says: 'a stage of another pipeline is not valid', page: ADD, ask: add(2, { stageId: 'C9:NEW' }), ...invalid('stageId') },
  { says: 'a pipeline that does not exist is not valid', page: ADD, ask: add(2, { categoryId: 77 }), ...invalid('categoryId') },
  { says: 'a currency that the portal does not have is not valid', page: ADD, ask: add(2, { currencyId: 'XXX' }), ...invalid('currencyId') },
  { says: 'a text that is no day is not valid', page: ADD, ask: add(2, { closedate: 'soon' }), ...invalid('closedate') },
  { says: 'a field with several values wants a list', page: ADD, ask: add(2, { observers: 'abc' }), status: 400, body: refusal('100', 'Expected iterable value for multiple field, but got string instead') },
  { says: 'add wants a type', page: ADD, live: true, ask: { method: 'crm.item.add', params: { fields: { title: 'x' } } }, status: 400, body: refusal('100', 'Could not find value for parameter {entityTypeId}') },
  { says: 'add wants fields', page: ADD, live: true, ask: { method: 'crm.item.add', params: { entityTypeId: 2 } }, status: 400, body: refusal('100', 'Could not find value for parameter {fields}') },
  { says: 'add wants fields to be a map', page: ADD, live: true, ask: add(2, 'abc'), status: 400, body: refusal('100', 'Invalid value {abc} to match with parameter {fields}. Should be value of type array.') },
  { says: 'add knows no such type', page: ADD, ask: add(777, { title: 'x' }), status: 400, body: refusal('NOT_FOUND', 'Smart process not found') },
  { says: 'orders are not added as CRM items', page: 'FACTS.md: types without crm.item', ask: add(14, { title: 'x' }), status: 400, body: refusal('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `Order` is not supported') },
  { says: 'an employee adds no deal to a pipeline that is closed to the role', page: ADD, ask: { ...add(2, { categoryId: 9 }), as: 'employee' }, ...DENIED },

  { says: 'update changes what is sent and answers the whole item', page: UPDATE, before: [{ calls: 1, ask: add(2, { title: 'x' }) }], ask: update(2, 5001, { title: 'Ten chairs' }), body: { result: { item: NEW_DEAL } } },
  { says: 'update leaves the rest alone', page: UPDATE, before: [{ calls: 1, ask: update(2, 201, { title: 'Alpha stools' }) }], ask: look(2, 201, ['title', 'opportunity', 'currencyId']), ...shown({ title: 'Alpha stools', opportunity: 500, currencyId: 'USD' }) },
  { says: 'update notes who changed the item and when', page: FIELDS, before: [{ calls: 1, ask: { ...update(2, 201, { title: 'x' }), as: 'store administrator' } }], ask: look(2, 201, ['updatedBy', 'updatedTime']), ...shown({ updatedBy: 4, updatedTime: AT }) },
  { says: 'an update without a change saves nothing', page: UPDATE, before: [{ calls: 1, ask: add(2, { title: 'x' }) }, { moveMs: 60_000 }, { calls: 1, ask: { ...update(2, 5001, { title: 'x' }), as: 'store administrator' } }], ask: look(2, 5001, ['updatedBy', 'updatedTime']), ...shown({ updatedBy: 1, updatedTime: AT }) },
  { says: 'an update to another stage notes the move', page: FIELDS, before: [{ calls: 1, ask: { ...update(2, 201, { stageId: 'EXECUTING' }), as: 'store administrator' } }], ask: look(2, 201, ['stageId', 'movedBy', 'movedTime']), ...shown({ stageId: 'EXECUTING', movedBy: 4, movedTime: AT }) },
  { says: 'an item that changes its pipeline begins at its first stage', page: 'FACTS.md: another pipeline', before: [{ calls: 1, ask: update(2, 201, { categoryId: 9 }) }], ask: look(2, 201, ['categoryId', 'stageId']), ...shown({ categoryId: 9, stageId: 'C9:NEW' }) },
  { says: 'an empty value takes a field away', page: UPDATE, before: [{ calls: 1, ask: add(2, { comments: 'Call first' }) }, { calls: 1, ask: update(2, 5001, { comments: '' }) }], ask: look(2, 5001, ['comments']), ...shown({ comments: '' }) },
  { says: 'update refuses a stage that is not there', page: UPDATE, ask: update(2, 201, { stageId: 'NONSENSE' }), ...invalid('stageId') },
  { says: 'update wants an id', page: UPDATE, live: true, ask: { method: 'crm.item.update', params: { entityTypeId: 2, fields: { title: 'x' } } }, status: 400, body: refusal('100', 'Could not find value for parameter {id}') },
  { says: 'update knows no such item', page: 'api-reference/crm/universal/crm-item-get.md', ask: update(2, 999, { title: 'x' }), ...GONE },
  { says: 'update is refused for a deal of somebody else', page: UPDATE, ask: { ...update(2, 201, { title: 'x' }), as: 'manager' }, ...DENIED, after: [{ ask: look(2, 201, ['title']), ...shown({ title: 'Alpha chairs' }) }] },
  { says: 'update is open to whoever is responsible', page: UPDATE, before: [{ calls: 1, ask: { ...add(2, { title: 'x' }), as: 'employee' } }, { calls: 1, ask: { ...update(2, 5001, { title: 'Mine' }), as: 'employee' } }], ask: look(2, 5001, ['title']), ...shown({ title: 'Mine' }) },

  { says: 'delete answers an empty list', page: DELETE, before: [{ change: forgetPayments }], ask: remove(2, 202), body: { result: [] } },
  { says: 'a deleted item is gone', page: DELETE, before: [{ calls: 1, ask: remove(2, 202) }], ask: get(2, 202), ...GONE },
  { says: 'delete wants an id', page: DELETE, live: true, ask: { method: 'crm.item.delete', params: { entityTypeId: 2 } }, status: 400, body: refusal('100', 'Could not find value for parameter {id}') },
  { says: 'delete knows no such item', page: DELETE, ask: remove(31, 999), ...GONE },
  { says: 'delete knows no such type', page: DELETE, ask: remove(777, 1), status: 400, body: refusal('NOT_FOUND', 'Smart process not found') },
  { says: 'delete is refused for a deal of somebody else', page: DELETE, ask: { ...remove(2, 201), as: 'employee' }, ...DENIED },
  { says: 'a deal takes its orders along', page: 'FACTS.md: a deleted deal', before: [{ change: forgetPayments }, { calls: 1, ask: remove(2, 201) }], ask: { method: 'sale.order.get', params: { id: 1 } }, status: 400, body: refusal('200540400001', 'order is not exists'), bindings: { 1: null } },
  { says: 'a deal with a paid order stays', page: 'FACTS.md: a deleted deal', before: [{ change: ({ data }) => void data.orders.get(1)?.payments.push({ id: 1, orderId: 1, accountNumber: '1/1', paid: 'Y', sum: 100, currency: 'USD', paySystemName: 'Card' }) }], ask: remove(2, 201), status: 400, body: refusal('SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE', 'The order has active payments'), bindings: { 1: [2, 201] }, after: [{ ask: look(2, 201, ['id']), ...shown({ id: 201 }) }] },
  { says: 'a portal may let the orders of a deal live', page: 'FACTS.md: a deleted deal', settings: { dealDeletion: 'unbinds-orders' }, before: [{ calls: 1, ask: remove(2, 201) }], ask: { method: 'sale.order.list', params: { filter: { id: 1 }, select: ['id'] } }, body: { result: { orders: [{ id: 1 }] }, total: 1 }, bindings: { 1: null } },
  { says: 'orders of an invoice outlive it', page: 'FACTS.md: a deleted invoice', before: [{ calls: 1, ask: remove(31, 41) }], ask: { method: 'sale.order.list', params: { filter: { id: 2 }, select: ['id'] } }, body: { result: { orders: [{ id: 2 }] }, total: 1 }, bindings: { 2: null } },

  { says: 'a contact comes with its phones and e-mails, and flat copies of them', page: 'api-reference/crm/universal/crm-item-get.md', before: [{ calls: 1, ask: add(3, { name: 'Ada', fm: [{ typeId: 'PHONE', valueType: 'WORK', value: '+15550100' }, { typeId: 'EMAIL', valueType: 'HOME', value: 'ada@example.com' }] }) }], ask: look(3, 5001, ['name', 'hasPhone', 'hasEmail', 'phoneWork', 'emailHome', 'emailWork', 'phone', 'email']), ...shown({ name: 'Ada', hasPhone: 'Y', hasEmail: 'Y', phoneWork: '+15550100', emailHome: 'ada@example.com', emailWork: '', phone: '+15550100', email: 'ada@example.com' }) },
  { says: 'the phones themselves do not come where fields are chosen', page: 'FACTS.md: fm', ask: look(3, 1, ['id', 'fm']), ...shown({ id: 1 }) },
  { says: 'an e-mail is changed by its id', page: 'api-reference/crm/data-types.md', before: [{ calls: 1, ask: add(3, { fm: [{ typeId: 'EMAIL', valueType: 'WORK', value: 'old@example.com' }] }) }, { calls: 1, ask: update(3, 5001, { fm: [{ id: 5002, value: 'new@example.com' }] }) }], ask: look(3, 5001, ['email']), ...shown({ email: 'new@example.com' }) },
  { says: 'a company is customer by default', page: ADD, before: [{ calls: 1, ask: add(4, { title: 'Eastlight' }) }], ask: look(4, 5001, ['title', 'typeId', 'isMyCompany', 'revenue']), ...shown({ title: 'Eastlight', typeId: 'CUSTOMER', isMyCompany: 'N', revenue: 0 }) },
  { says: 'companies are found by a flag that nobody has set', page: FIELDS, ask: { method: 'crm.item.list', params: { entityTypeId: 4, filter: { isMyCompany: 'N' }, select: ['id'] } }, body: { result: { items: [{ id: 1 }] }, total: 1 } },
  { says: 'deals are found by any of their contacts', page: 'api-reference/crm/deals/crm-deal-list.md', before: [{ calls: 1, ask: add(2, { contactIds: [1, 2] }) }], ask: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { '@contactIds': [2], '>id': 5000 }, select: ['id'] } }, body: { result: { items: [{ id: 5001 }] }, total: 1 } },
]
