import type { Step } from '@/domain/binding'
import type { Wish } from '@/domain/change'
import type { OwnerDetails, OwnerRef, OwnerState } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import type { Question } from './result'
import { rethrowUnlessFailure } from '@/domain/failure'
import { ownerKey } from '@/domain/owner'

interface Finding {
  wish: Wish
  step: Exclude<Step, 'nothing'>
  now: OwnerRef | null
  isAskedAgain: boolean
}

/** Gathers, in one request where it can, what a person must know before confirming. Never throws a failure. */
export async function composeQuestion(portal: Portal, finding: Finding): Promise<Question> {
  const { wish, now } = finding
  const [before, after, orders, customers, documents, ordersOfAfter, ordersOfBefore] = await Promise.all([
    now && readOwnerWithStage(portal, now),
    wish.after && readOwner(portal, wish.after),
    orUnread(portal.orders.read([wish.orderId])),
    portal.orders.readCustomers([wish.orderId]),
    orUnread(portal.orders.readDocuments(wish.orderId)),
    wish.after && orUnread(countOrders(portal, wish.after)),
    now && orUnread(countOrders(portal, now)),
    now && portal.bindings.prepareMove({ orderId: wish.orderId, owner: now }),
  ])
  return {
    step: finding.step,
    before: before && before.state,
    after: after && after.state,
    order: orders?.get(wish.orderId),
    customer: customers.get(wish.orderId),
    documents,
    stageOfBefore: before?.stage,
    detailsOfAfter: after?.details,
    ordersOfBefore: ordersOfBefore ?? undefined,
    ordersOfAfter: ordersOfAfter ?? undefined,
    isAskedAgain: finding.isAskedAgain,
  }
}

/** Reads what is known of one owner; `unread` when the answer did not come. */
async function readOwnerState(portal: Portal, ref: OwnerRef): Promise<OwnerState> {
  const states = await orUnread(portal.owners.read([ref]))
  return states?.get(ownerKey(ref)) ?? { kind: 'unread', ref }
}

/** Reads an owner with its stage and customer. */
async function readOwner(portal: Portal, ref: OwnerRef): Promise<{ state: OwnerState; details?: OwnerDetails }> {
  const state = await readOwnerState(portal, ref)
  if (state.kind !== 'present') return { state }
  return { state, details: (await portal.owners.readDetails([state.owner])).get(ownerKey(ref)) }
}

/** Reads an owner with its stage; nobody is told whose it was, so its customer is not asked for. */
async function readOwnerWithStage(portal: Portal, ref: OwnerRef) {
  const state = await readOwnerState(portal, ref)
  if (state.kind !== 'present') return { state }
  const details = await portal.owners.readDetails([{ ...state.owner, clients: [] }])
  return { state, stage: details.get(ownerKey(ref))?.stage }
}

async function countOrders(portal: Portal, owner: OwnerRef): Promise<number | undefined> {
  return (await portal.bindings.readOfOwner(owner)).total
}

/** The question is asked with whatever could be read; what is missing is named as unknown on the screen. */
async function orUnread<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading
  } catch (error) {
    rethrowUnlessFailure(error)
    return undefined
  }
}
