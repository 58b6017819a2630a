import type { OrderClientRow } from '@contract/orders'
import type { Caller } from '@emulator/calls/call'
import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import type { ItemWrite } from '@emulator/rows/item-draft'
import { ENTITY_TYPE } from '@contract/entity-types'
import { messagesOf } from '@emulator/portal/messages'
import { setBinding } from '@emulator/rows/bindings'
import { checkItem, draftItem } from '@emulator/rows/item-draft'
import { DEAL_FIELDS } from '@emulator/rows/item-fields'
import { storeRow } from '@emulator/rows/item-rows'

/** Site users of the sample shop: the buyer of contact 12 is user 112. */
const FIRST_BUYER_ID = 100

/** The clients of a new order: the contact behind its site user, with the contact's company. */
function toClients(portal: LocalPortal, order: StoredOrder): OrderClientRow[] {
  const contact = portal.data.contacts.get(order.userId - FIRST_BUYER_ID)
  if (!contact) return []
  const entities = [
    { entityTypeId: ENTITY_TYPE.contact, entityId: contact.id },
    ...(contact.companyId ? [{ entityTypeId: ENTITY_TYPE.company, entityId: contact.companyId }] : []),
  ]
  return entities.map((entity) => ({
    id: portal.nextId(),
    orderId: order.id,
    ...entity,
    isPrimary: 'Y',
    roleId: 0,
    sort: 0,
  }))
}

function toDealWrite(portal: LocalPortal, caller: Caller): ItemWrite {
  return { portal, caller, entityTypeId: ENTITY_TYPE.deal, table: DEAL_FIELDS }
}

/**
 * Refuses a new order whose deal could not be made, before either is there. Throws `CRM_FIELD_ERROR_VALUE_NOT_VALID`, as an
 * order may have a currency that deals have not. unconfirmed
 */
export function requireDealFor(portal: LocalPortal, caller: Caller, currencyId: unknown): void {
  checkItem(toDealWrite(portal, caller), { currencyId })
}

/**
 * Makes the deal that carries a new order in a portal without an Orders section, and binds the order to it. An order that came
 * from outside (`externalOrder`) gets one as well. unconfirmed but for the deal itself: title, contact, sum.
 */
export function makeDealFor(portal: LocalPortal, caller: Caller, order: StoredOrder): void {
  order.clients = toClients(portal, order)
  const contactId = order.clients.find(({ entityTypeId }) => entityTypeId === ENTITY_TYPE.contact)?.entityId
  const companyId = order.clients.find(({ entityTypeId }) => entityTypeId === ENTITY_TYPE.company)?.entityId
  const deal = draftItem(toDealWrite(portal, caller), {
    title: messagesOf(portal.settings.language).orderTitle(order.accountNumber),
    opportunity: order.price,
    currencyId: order.currency,
    assignedById: order.responsibleId ?? caller.user.id,
    ...(contactId ? { contactId } : {}),
    ...(companyId ? { companyId } : {}),
  })
  storeRow(portal, ENTITY_TYPE.deal, deal)
  const owner = { ownerId: deal.id, ownerTypeId: ENTITY_TYPE.deal }
  setBinding(portal, { orderId: order.id, owner, user: caller.user.id })
}
