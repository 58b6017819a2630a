import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { orderId } from '@/domain/id'
import OrderFactList from '@/features/binding-card/OrderFactList.vue'
import OrderList from '@/features/order-search/OrderList.vue'
import MainPage from '@/pages/MainPage.vue'
import OrderTab from '@/pages/OrderTab.vue'
import { aFailure, aMoment, anOrder } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { mountWith } from '@tests/support/mount'
import { openPortal } from '@tests/support/open-portal'
import { COLUMNS, orderRows } from '@tests/support/order-rows'

/** November 16 by the portal's clock. */
const LATE = anOrder({ createdAt: aMoment('2026-11-16T23:30:00+03:00') })

function openList(readTimeZone: () => Promise<string | undefined>, ids: number[] = [42, 43, 44]) {
  const portal = fakePortal({ profile: { readTimeZone } })
  const rows = ids.map((id) => ({ ...LATE, id: orderId(id) }))
  return mountWith(OrderList, { portal, props: { rows, columns: COLUMNS }, slots: orderRows })
}

const datesOf = (list: ReturnType<typeof openList>) => list.findAll('td time').map((time) => time.text())

describe('the dates of orders', () => {
  it('stand as the portal wrote them until the person’s time zone is known, and then in it', async () => {
    const list = openList(() => Promise.resolve('Asia/Tokyo'))
    expect(datesOf(list)).toEqual(['Nov 16, 2026', 'Nov 16, 2026', 'Nov 16, 2026'])
    await flushPromises()
    expect(datesOf(list)).toEqual(['Nov 17, 2026', 'Nov 17, 2026', 'Nov 17, 2026'])
  })

  it.each([
    ['who has set no zone', () => Promise.resolve(undefined)],
    ['whose zone no browser knows', () => Promise.resolve('Mars/Olympus_Mons')],
    ['whose zone cannot be read', () => Promise.reject(aFailure())],
  ])('stand as the portal wrote them for a person %s', async (_, readTimeZone) => {
    const list = openList(readTimeZone)
    await flushPromises()
    expect(datesOf(list)[0]).toBe('Nov 16, 2026')
  })

  it('ask for the zone once, however many there are', async () => {
    const readTimeZone = vi.fn(() => Promise.resolve('Asia/Tokyo'))
    const list = openList(readTimeZone)
    await flushPromises()
    await list.setProps({ rows: [{ ...LATE, id: orderId(77) }] })
    expect(readTimeZone).toHaveBeenCalledTimes(1)
  })

  it('ask again, twice at most, with rows that come after a failed reading', async () => {
    const readTimeZone = vi.fn(() => Promise.reject(aFailure()))
    const list = openList(readTimeZone)
    for (let id = 50; id < 60; id += 1) {
      await flushPromises()
      await list.setProps({ rows: [{ ...LATE, id: orderId(id) }] })
    }
    expect(readTimeZone).toHaveBeenCalledTimes(3)
  })

  it('do not ask for it while no date is shown', async () => {
    const readTimeZone = vi.fn(() => Promise.resolve('Asia/Tokyo'))
    const portal = fakePortal({ profile: { readTimeZone } })
    mountWith(OrderList, { portal, props: { rows: [{ id: orderId(5) }], columns: COLUMNS }, slots: orderRows })
    const facts = mountWith(OrderFactList, { portal, props: { orderId: orderId(42), facts: { kind: 'pending' } } })
    await flushPromises()
    expect(readTimeZone).not.toHaveBeenCalled()
    await facts.setProps({ facts: { kind: 'ready', order: LATE } })
    await flushPromises()
    expect(facts.text()).toContain('Nov 17, 2026')
  })

  it('ask for it in the request that reads the customers of the shown orders', async () => {
    for (const [page, props] of [
      [MainPage, {}],
      [OrderTab, { orderId: orderId(3) }],
    ] as const) {
      const { portal, transport } = openPortal()
      mountWith(page, { portal, props })
      const sent = () => transport.requests.map((request) => JSON.stringify(request))
      await eventually(() => expect(sent().join()).toContain('profile'))
      const [request] = sent().filter((text) => text.includes('profile'))
      expect(request).toContain('crm.ordercontactcompany.list')
    }
  })
})
