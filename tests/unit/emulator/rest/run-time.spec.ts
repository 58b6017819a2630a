import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { createPortal } from '@emulator/create-portal'
import { changeClock } from '@emulator/portal/clock'
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

describe('the setting clockByRunTime', () => {
  const NOON = Date.UTC(2026, 10, 2, 12)
  const aPortal = (settings: object) => {
    const portal = createPortal({ settings, now: () => NOON })
    const call = (method: string, params: object = {}) =>
      answerRest(portal, { method, params: { ...params }, credentials })
    return { portal, call }
  }

  it('moves the clock by the run time of each request', async () => {
    const { portal, call } = aPortal({ clockByRunTime: true })
    await call('crm.orderentity.list')
    expect(portal.now()).toBe(NOON + 710)
    await call('crm.item.list', { entityTypeId: 2 })
    expect(portal.now()).toBe(NOON + 710 + 590)
  })

  it('moves it between the commands of a batch, whose times follow one another', async () => {
    const { portal, call } = aPortal({ clockByRunTime: true })
    const moments: number[] = []
    portal.beforeCommand = () => void moments.push(portal.now() - NOON)
    const cmd = { a: 'crm.orderentity.list', b: 'crm.item.list?entityTypeId=2', c: 'profile' }
    const answer = await call('batch', { cmd })
    expect([moments, portal.now() - NOON]).toEqual([[0, 710, 1300], 1340])
    expect(answer).toMatchObject({ body: expect.stringContaining('"duration":1.34') })
  })

  it.each([{ clockByRunTime: false }, { clockByRunTime: true, slow: true }])(
    'does not move it with %o',
    async (given) => {
      const { portal, call } = aPortal(given)
      const answer = call('crm.orderentity.list')
      await vi.advanceTimersByTimeAsync(710)
      await answer
      expect(portal.now()).toBe(NOON)
    },
  )

  it('does not move it for a refused call', async () => {
    const { portal, call } = aPortal({ clockByRunTime: true })
    await call('crm.orderentity.add')
    await call('crm.nonsense')
    expect(portal.now()).toBe(NOON)
  })

  it('moves a clock that is held, and lets tokens and limits see it', async () => {
    const { portal, call } = aPortal({ clockByRunTime: true })
    changeClock(portal, { hold: true })
    const session = openSession(portal, 1)
    for (let sent = 0; sent < 1000; sent++) await call('sale.order.update', { id: 1, fields: { comments: 'x' } })
    expect(portal.now()).toBe(NOON + 343 * 1400)
    expect(portal.now() < session.expiresAt).toBe(true)
  })
})
