import type { Customer } from '@/domain/customer'
import type { FailureFacts } from '@/domain/failure'
import type { Moment } from '@/domain/moment'
import type { Order } from '@/domain/order'
import type { Owner, OwnerDetails, OwnerRef } from '@/domain/owner'
import type { OwnerType } from '@/domain/owner-type'
import type { Session } from '@/domain/session'
import { PortalFailure } from '@/domain/failure'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { toMoment } from '@/domain/moment'

/** A reference to a deal unless told otherwise. */
export function anOwnerRef(id = 12, typeId = 2): OwnerRef {
  return { typeId: ownerTypeId(typeId), id: ownerId(id) }
}

export function anOwnerType(changes: Partial<OwnerType> = {}): OwnerType {
  return { id: ownerTypeId(2), name: 'Deal', code: 'DEAL', attribute: 'DYN', ...changes }
}

export function anOwner(changes: Partial<Owner> = {}): Owner {
  return {
    ref: anOwnerRef(),
    title: 'Garden furniture for the north terrace',
    sum: { amount: 1450, currency: 'USD' },
    stage: { pipelineId: 0, code: 'PREPARATION' },
    clients: [{ type: 'contact', id: 5 }],
    unreadable: [],
    ...changes,
  }
}

/** A point in time as the portal writes it. */
export function aMoment(text: string): Moment {
  const moment = toMoment(text)
  if (!moment) throw new Error(`Not a moment: ${text}`)
  return moment
}

export function anOrder(changes: Partial<Order> = {}): Order {
  return {
    id: orderId(42),
    number: '1042',
    createdAt: aMoment('2026-10-14T09:30:00+02:00'),
    sum: { amount: 320.5, currency: 'USD' },
    statusCode: 'N',
    isPaid: false,
    isCancelled: false,
    unreadable: [],
    ...changes,
  }
}

/** A customer with a name, a contact of its own number unless told otherwise. */
export function aCustomer(name = 'Mara Lindqvist', id = 5): Customer {
  const ref = { type: 'contact' as const, id }
  return { kind: 'clients', shown: [{ kind: 'named', ref, name }], refs: [ref] }
}

export function someDetails(changes: Partial<OwnerDetails> = {}): OwnerDetails {
  return { stage: { name: 'Preparation', meaning: 'in-progress' }, customer: aCustomer(), ...changes }
}

export function aSession(changes: Partial<Session> = {}): Session {
  return {
    placement: { code: 'DEFAULT' },
    language: 'en',
    isAdmin: true,
    isInstalling: false,
    isSlider: false,
    ...changes,
  }
}

export function aFailure(facts: Partial<FailureFacts> = {}): PortalFailure {
  return new PortalFailure({ kind: 'offline', changed: 'unknown', ...facts })
}
