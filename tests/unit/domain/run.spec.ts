import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { inRunOrder } from '@/domain/run'
import { anOwnerRef } from '@tests/support/builders'

const row = (id: number) => ({ orderId: orderId(id), expected: null, after: anOwnerRef(id) })

describe('inRunOrder', () => {
  it('sorts rows by the number of their order, each with its owners', () => {
    expect(inRunOrder([row(20), row(3), row(100)])).toEqual([row(3), row(20), row(100)])
  })

  it('leaves the list that it was given alone', () => {
    const rows = [row(2), row(1)]
    inRunOrder(rows)
    expect(rows).toEqual([row(2), row(1)])
  })
})
