import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'
import { METHODS } from '@emulator/rest/method-table'
import { runSeconds } from '@emulator/rest/run-time'

const credentials = { kind: 'webhook', userId: 1, secret: 'adminsecret' } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('runSeconds', () => {
  it('gives every method a time within reason', () => {
    const times = [...METHODS.keys()].map(runSeconds)
    expect(Math.min(...times)).toBeGreaterThan(0)
    expect(Math.max(...times)).toBeLessThan(10)
  })

  it('takes the sample of the page, in any letter case', () => {
    expect([runSeconds('crm.orderEntity.add'), runSeconds('CRM.ITEM.LIST')]).toEqual([0.98, 0.59])
  })
})

describe('the setting slow', () => {
  it('makes a method take the time that it shows', async () => {
    const portal = createPortal({ settings: { slow: true } })
    let isDone = false
    const answer = answerRest(portal, { method: 'crm.orderentity.list', params: {}, credentials })
    void answer.then(() => (isDone = true))
    await vi.advanceTimersByTimeAsync(709)
    expect(isDone).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toMatchObject({ body: expect.stringContaining('"duration":0.71') })
  })

  it('adds the times of a batch up', async () => {
    const portal = createPortal({ settings: { slow: true } })
    let isDone = false
    const cmd = { a: 'crm.orderentity.list', b: 'crm.item.list?entityTypeId=2' }
    void answerRest(portal, { method: 'batch', params: { cmd }, credentials }).then(() => (isDone = true))
    await vi.advanceTimersByTimeAsync(1299)
    expect(isDone).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isDone).toBe(true)
  })
})
