import { describe, expect, it } from 'vitest'
import { asFailure, rethrowUnlessFailure } from '@/domain/failure'
import { aFailure } from '@tests/support/builders'

describe('rethrowUnlessFailure', () => {
  it('lets a failure pass', () => {
    expect(() => rethrowUnlessFailure(aFailure())).not.toThrow()
  })

  it('throws a mistake of ours on', () => {
    const mistake = new TypeError('no map')
    expect(() => rethrowUnlessFailure(mistake)).toThrow(mistake)
    expect(() => asFailure(mistake)).toThrow(mistake)
  })
})
