import { describe, expect, it } from 'vitest'
import { composeQuestion } from '@/binding/compose-question'
import { orderId } from '@/domain/id'
import { aFailure, anOwnerRef } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'

const FINDING = {
  wish: { orderId: orderId(3), after: null },
  step: 'unbind' as const,
  now: anOwnerRef(),
  isAskedAgain: false,
}

/** A portal in which every read ends with this error. */
function portalThrowing(error: Error) {
  const fail = () => Promise.reject(error)
  return fakePortal({
    orders: { read: fail, readDocuments: fail },
    owners: { read: fail },
    bindings: { readOfOwner: fail },
  })
}

describe('composeQuestion', () => {
  it('asks with what could be read', async () => {
    const question = await composeQuestion(portalThrowing(aFailure()), FINDING)
    expect(question).toMatchObject({ before: { kind: 'unread', ref: anOwnerRef() }, order: undefined })
  })

  it('throws a mistake of ours on', async () => {
    await expect(composeQuestion(portalThrowing(new TypeError('no map')), FINDING)).rejects.toThrow(TypeError)
  })

  it('knows the customer of the order, and stage and customer of the new owner', async () => {
    const { portal, local } = openPortal()
    const { orderId: id, owner: now } = readSample(local, 'move')
    const after = readSample(local, 'moveTarget').owner
    const finding = { wish: { orderId: id, after }, step: 'move' as const, now, isAskedAgain: false }
    const { customer, detailsOfAfter } = await composeQuestion(portal, finding)
    expect(customer).toMatchObject({ kind: 'clients', shown: [{ kind: 'named' }, { kind: 'named' }] })
    expect(detailsOfAfter).toMatchObject({ stage: { meaning: 'in-progress' }, customer: { kind: 'clients' } })
  })

  it.each(['move', 'unbind'] as const)('knows both places of a %s without a further round trip', async (step) => {
    const { portal, local, transport } = openPortal()
    const { orderId: id, owner: now } = readSample(local, 'move')
    const after = step === 'move' ? readSample(local, 'moveTarget').owner : null
    const question = await composeQuestion(portal, { wish: { orderId: id, after }, step, now, isAskedAgain: false })
    expect(question).toMatchObject({
      before: { kind: 'present', owner: { sum: expect.anything() } },
      stageOfBefore: { name: expect.any(String) },
      ordersOfBefore: 1,
      ordersOfAfter: after ? 2 : undefined,
    })
    // What the first one names is asked for at once: the clients of the order, and stages with the clients of the new owner.
    expect(transport.requests).toHaveLength(3)
  })

  it('says that the customer is unread, where it could not be read, and asks all the same', async () => {
    const fault = faultOf('crm.ordercontactcompany.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })
    const { portal, local } = openPortal({ faults: [fault] })
    const { orderId: id, owner: now } = readSample(local, 'move')
    const question = await composeQuestion(portal, { ...FINDING, wish: { orderId: id, after: null }, now })
    expect(question).toMatchObject({ customer: { kind: 'unread' }, order: { id }, detailsOfAfter: undefined })
  })
})
