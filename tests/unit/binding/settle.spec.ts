import { describe, expect, it } from 'vitest'
import { settle } from '@/binding/settle'
import { orderId } from '@/domain/id'
import { aFailure, anOwnerRef } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { instantClock } from '@tests/support/instant-clock'

const CHANGE = { id: '1', orderId: orderId(3), before: null, after: anOwnerRef(), at: 0 }

function settleWith(error: Error) {
  const portal = fakePortal({ bindings: { readOfOrders: () => Promise.reject(error) } })
  const clock = instantClock()
  return settle({ portal, clock }, { change: CHANGE, answered: 'lost', sentAt: clock.now() })
}

describe('settle', () => {
  it('leaves the end open when no reading is answered', async () => {
    expect(await settleWith(aFailure())).toEqual({ verdict: 'unknown', shown: undefined })
  })

  it('throws a mistake of ours on', async () => {
    await expect(settleWith(new TypeError('rows is undefined'))).rejects.toThrow(TypeError)
  })
})
