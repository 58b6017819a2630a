import { describe, expect, it } from 'vitest'
import { answerControl } from '@emulator/control/answer-control'
import { createPortal, resetPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'
import { readScenario } from '@emulator/seed/scenarios'

const NOON = Date.UTC(2026, 10, 2, 12)

function aPortal() {
  const real = { now: NOON }
  const portal = createPortal({ now: () => real.now })
  const ask = (method: string, name: string, body: unknown = {}) => {
    const [path = '', query] = `/__portal__/${name}`.split('?')
    return answerControl(portal, { method, path, query: new URLSearchParams(query), body })
  }
  const call = (method: string) =>
    answerRest(portal, { method, params: {}, credentials: { kind: 'webhook', userId: 1, secret: 'adminsecret' } })
  return {
    portal,
    real,
    call,
    get: (name: string) => ask('GET', name),
    post: (name: string, body?: unknown) => ask('POST', name, body),
  }
}

describe('the clock', () => {
  it('moves, and runs on', () => {
    const { portal, post, real } = aPortal()
    expect(post('clock', { moveMs: 5000 })).toEqual({ status: 200, body: { now: NOON + 5000, held: false } })
    real.now += 1000
    expect(portal.now()).toBe(NOON + 6000)
  })

  it('stands still while it is held, and goes on from there', () => {
    const { portal, post, real } = aPortal()
    post('clock', { hold: true })
    real.now += 1000
    expect(post('clock', { moveMs: 50 }).body).toEqual({ now: NOON + 50, held: true })
    expect(post('clock', { hold: false }).body).toEqual({ now: NOON + 50, held: false })
    real.now += 10
    expect(portal.now()).toBe(NOON + 60)
  })

  it('is set to a moment, then held', () => {
    const { post } = aPortal()
    expect(post('clock', { now: '2027-01-01T00:00:00Z', hold: true }).body).toEqual({
      now: Date.UTC(2027, 0, 1),
      held: true,
    })
  })

  it('is the real one again after a reset', () => {
    const { portal, post, real } = aPortal()
    post('clock', { moveMs: 5000, hold: true })
    resetPortal(portal)
    real.now += 1
    expect(portal.now()).toBe(NOON + 1)
  })

  it.each([{ now: 'soon' }, { moveMs: '5' }, { hold: 1 }, { speed: 2 }, { now: 1e300 }, 5])('refuses %o', (change) => {
    const { portal, post } = aPortal()
    expect(post('clock', change).status).toBe(400)
    expect(portal.now()).toBe(NOON)
  })
})

describe('a scenario', () => {
  it.each([
    ['with-orders', { mode: 'with-orders', rows: 'sample' }],
    ['none', { ownerTypes: 'none' }],
    ['enterprise', { plan: 'enterprise' }],
    ['with-orders,deal+invoice', { mode: 'with-orders', ownerTypes: 'deal+invoice' }],
  ])('%s is a set of settings', (name, settings) => {
    const { portal, post } = aPortal()
    expect(post('scenario', { name }).body).toMatchObject({ settings })
    expect(portal.settings).toMatchObject(settings)
  })

  it('empty has no rows of business, but pipelines and types', () => {
    const { portal, post } = aPortal()
    const counts = { deals: 0, invoices: 0, orders: 0, contacts: 0, companies: 0 }
    expect(post('scenario', { name: 'empty' }).body).toMatchObject({ counts, bindings: [], samples: {} })
    expect([portal.data.categories.length > 0, portal.data.statuses.length > 0]).toEqual([true, true])
  })

  it('large has 20,000 orders and 8,000 deals, the samples among them', () => {
    const { portal, post } = aPortal()
    post('scenario', { name: 'large' })
    expect([portal.data.orders.size, portal.data.items.get(2)?.size]).toEqual([20_000, 8_000])
    expect(portal.data.orders.has(portal.data.samples.move?.orderId ?? 0)).toBe(true)
    expect(portal.nextId()).toBeGreaterThan(20_000)
  })

  it('large is built in under two seconds of work, and lists a page in under twenty milliseconds', async () => {
    const work = () => process.cpuUsage().user / 1000
    const started = work()
    const portal = createPortal({ settings: readScenario('large') })
    expect(work() - started).toBeLessThan(2000)
    const credentials = { kind: 'webhook', userId: 1, secret: 'adminsecret' } as const
    const params = { order: { id: 'desc' }, start: 19_900 }
    const times: number[] = []
    for (let index = 0; index < 9; index++) {
      const before = work()
      await answerRest(portal, { method: 'sale.order.list', params, credentials })
      times.push(work() - before)
    }
    expect(times.sort((left, right) => left - right)[4]).toBeLessThan(20)
  })

  it('large binds to deals that are there, and numbers no two orders alike', () => {
    const { orders, bindings, items } = createPortal({ settings: readScenario('large') }).data
    const added = [...bindings].filter(([id]) => id > 200)
    expect(added.every(([id, owner]) => orders.has(id) && items.get(owner.ownerTypeId)?.has(owner.ownerId))).toBe(true)
    expect(new Set([...orders.values()].map(({ accountNumber }) => accountNumber)).size).toBe(20_000)
  })

  it('that does not exist is refused with the known names', () => {
    const { post } = aPortal()
    expect(post('scenario', { name: 'huge' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('There is no scenario "huge". Known: deals-only') },
    })
    expect(post('scenario', 5).status).toBe(400)
  })

  it('lasts until a reset', () => {
    const { portal, post } = aPortal()
    post('scenario', { name: 'empty' })
    post('reset')
    expect([portal.settings.rows, portal.data.orders.size]).toEqual(['sample', 200])
  })
})

describe('settings', () => {
  it('do not change the rows without a reset', () => {
    const { portal, post } = aPortal()
    expect(post('settings', { rows: 'empty' }).status).toBe(400)
    expect(post('settings', { rows: 'sample', plan: 'enterprise' }).status).toBe(200)
    expect(portal.data.orders.size).toBe(200)
  })

  it('let another person look at the pages', () => {
    const { portal, post } = aPortal()
    expect(post('user', { id: 3 }).body).toMatchObject({ user: 3 })
    expect(post('user', { id: 9 }).status).toBe(400)
    expect(post('user', 3).status).toBe(400)
    expect(portal.settings.user).toBe(3)
  })
})

describe('the log', () => {
  it('gives only what came after a number', async () => {
    const { call, get } = aPortal()
    await call('profile')
    await call('scope')
    expect(get('calls?after=1').body).toMatchObject([{ number: 2, method: 'scope' }])
    expect(get('calls?after=2').body).toEqual([])
  })

  it('gives everything when it began anew', async () => {
    const { portal, call, get } = aPortal()
    await call('profile')
    await call('profile')
    resetPortal(portal)
    await call('scope')
    expect(get('calls?after=2').body).toMatchObject([{ number: 1, method: 'scope' }])
  })

  it('keeps the beginning of a long text', async () => {
    const { portal } = aPortal()
    const credentials = { kind: 'webhook', userId: 1, secret: 'adminsecret' } as const
    await answerRest(portal, { method: 'profile', params: { text: 'z'.repeat(12_000) }, credentials })
    expect(portal.log[0]?.params).toEqual({ text: `${'z'.repeat(10_000)}… (12000 characters)` })
  })
})

describe('faults', () => {
  it('are listed with the calls they have counted', async () => {
    const { call, get, post } = aPortal()
    post('faults', [{ method: 'profile', when: { nth: 9 }, effect: { kind: 'silence' } }])
    await call('profile')
    expect(get('faults').body).toMatchObject([{ rule: { method: 'profile' }, hits: 1 }])
  })

  it.each([
    { method: 'a', when: { nth: 0 }, effect: { kind: 'silence' } },
    { method: 'a', when: { nth: 1.5 }, effect: { kind: 'silence' } },
    { method: 'a', when: { probability: 2 }, effect: { kind: 'silence' } },
    { method: 'a', when: 'every', effect: { kind: 'explode' } },
    { method: 'a', when: 'every', effect: { kind: 'late-work', ms: -1 } },
    { method: 'a', when: 'every', effect: { kind: 'wrong-shape' } },
    { method: 'a', when: 'every', effect: { kind: 'silence' }, inBatch: 'some' },
  ])('refuse %o', (rule) => {
    expect(aPortal().post('faults', [rule]).status).toBe(400)
  })

  it('by chance hit the same calls for the same seed', async () => {
    const run = async (seed: number) => {
      const { call, post } = aPortal()
      post('faults', [{ method: 'profile', when: { probability: 0.5, seed }, effect: { kind: 'cut-before' } }])
      const kinds: string[] = []
      for (let index = 0; index < 40; index++) kinds.push((await call('profile')).kind)
      return kinds.join()
    }
    const [first, again, other] = [await run(1), await run(1), await run(2)]
    expect(again).toBe(first)
    expect(other).not.toBe(first)
    expect(first.split('cut').length).toBeGreaterThan(8)
    expect(first.split('answer').length).toBeGreaterThan(8)
  })
})
