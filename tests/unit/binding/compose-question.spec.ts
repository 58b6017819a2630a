import { describe, expect, it } from 'vitest'
import { composeQuestion } from '@/binding/compose-question'
import { orderId } from '@/domain/id'
import { aFailure, anOwnerRef } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'

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
})
