import type { PortalOptions } from '@emulator/create-portal'
import { describe, expect, it } from 'vitest'
import { createPortal, resetPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'

const DAY = 86_400_000
const NOW = Date.UTC(2031, 2, 9, 15, 30)

function aPortal(options: PortalOptions = {}) {
  const portal = createPortal({ isSampleLive: true, now: () => NOW, ...options })
  const since = (days: number) => new Date(portal.now() - days * DAY).toISOString()
  const count = async (method: string, params: object) => {
    const credentials = { kind: 'webhook', userId: 1, secret: 'adminsecret' } as const
    const answer = await answerRest(portal, { method, params: { ...params }, credentials })
    return answer.kind === 'answer' ? Number(JSON.parse(answer.body).total) : 0
  }
  return { portal, since, count }
}

const datesOf = ({ data }: ReturnType<typeof createPortal>) => ({
  made: [...data.orders.values()].map(({ dateInsert }) => Date.parse(dateInsert)),
  changed: [
    ...[...data.orders.values()].map(({ dateUpdate }) => dateUpdate),
    ...[...data.items.values()].flatMap((rows) => [...rows.values()].map(({ updatedTime }) => updatedTime)),
  ].map((date) => Date.parse(String(date))),
})

describe('a live sample', () => {
  it.each([7, 14, 30])('has orders and deals of the last %i days', async (days) => {
    const { count, since } = aPortal()
    expect(await count('sale.order.list', { filter: { '>=dateInsert': since(days) } })).toBeGreaterThan(0)
    for (const name of ['createdTime', 'updatedTime', 'movedTime']) {
      const filter = { [`>=${name}`]: since(days) }
      expect(await count('crm.item.list', { entityTypeId: 2, filter })).toBeGreaterThan(0)
    }
    expect(await count('crm.deal.list', { filter: { '>=DATE_CREATE': since(days) } })).toBeGreaterThan(0)
  })

  it('still has deals of the last week when it has run for a day', async () => {
    const { portal, count, since } = aPortal()
    portal.clock.movedMs += DAY
    const filter = { '>=createdTime': since(7) }
    expect(await count('crm.item.list', { entityTypeId: 2, filter })).toBeGreaterThan(0)
  })

  it.each([
    NOW,
    Date.UTC(2020, 0, 1),
    Date.UTC(2026, 10, 20, 23),
    Date.UTC(2026, 10, 20, 23) - 1,
    Date.UTC(2028, 1, 29, 23, 59),
  ])('has nothing that was made or changed after %i, and something of the last three days', (now) => {
    const { changed, made } = datesOf(aPortal({ now: () => now }).portal)
    expect(Math.max(...changed)).toBeLessThanOrEqual(now)
    expect(Math.max(...made)).toBeGreaterThan(now - 3 * DAY)
  })

  it('keeps every distance', () => {
    const live = datesOf(aPortal().portal)
    const fixed = datesOf(createPortal())
    const [first = 0] = fixed.made
    const [firstLive = 0] = live.made
    const shift = firstLive - first
    expect(shift % 3_600_000).toBe(0)
    expect(live.made).toEqual(fixed.made.map((at) => at + shift))
    expect(live.changed).toEqual(fixed.changed.map((at) => at + shift))
  })

  it('is the same again after a reset, whatever the clock shows by then', () => {
    const { portal } = aPortal()
    const before = datesOf(portal)
    portal.clock.movedMs += 40 * DAY
    resetPortal(portal)
    expect(datesOf(portal)).toEqual(before)
    expect(portal.now()).toBe(NOW)
  })

  it('counts back from a clock that is held', () => {
    const clock = { now: '2027-05-01T12:00:00Z', hold: true }
    const made = [1, 2].map((times) => datesOf(aPortal({ clock, now: () => NOW * times }).portal))
    expect(made[0]).toEqual(made[1])
    expect(aPortal({ clock }).portal.now()).toBe(Date.parse(clock.now))
  })

  it('is large as well', async () => {
    const { count, since } = aPortal({ settings: { rows: 'large' } })
    expect(await count('sale.order.list', { filter: { '>=dateInsert': since(7) } })).toBeGreaterThan(0)
  })
})

describe('a sample that is not live', () => {
  it('has the dates that tests speak of, at any time', () => {
    expect(datesOf(createPortal({ now: () => NOW }))).toEqual(datesOf(createPortal({ now: () => 0 })))
  })
})
