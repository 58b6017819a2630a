import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { openPortal } from '@tests/support/open-portal'

describe('links', () => {
  it('opens a page of the portal', async () => {
    const { portal, transport } = openPortal()
    expect(await portal.links.openPath('/crm/deal/details/5/')).toBe('closed')
    expect(transport.frameCalls).toEqual([{ command: 'openPath', value: '/crm/deal/details/5/' }])
  })

  it('makes an address that works outside the frame', () => {
    const { portal } = openPortal({ context: { portalOrigin: 'http://localhost:5173' } })
    expect(portal.links.addressOf('/crm/deal/details/5/')).toBe('http://localhost:5173/crm/deal/details/5/')
  })

  it.each([
    [{ ordersMode: 'with-orders' }, '/shop/orders/details/3/'],
    [{ ordersMode: 'deals-only' }, undefined],
    [{ ordersMode: true }, undefined],
    [{}, undefined],
    [[], undefined],
  ])('leads to cards of orders only where the administrator says that there are any: %j', (appOptions, path) => {
    expect(openPortal({ context: { appOptions } }).portal.orders.cardPath(orderId(3))).toBe(path)
  })

  it('leads to cards of customers', () => {
    const { clients } = openPortal().portal
    expect(clients.cardPath({ type: 'contact', id: 7 })).toBe('/crm/contact/details/7/')
    expect(clients.cardPath({ type: 'company', id: 3 })).toBe('/crm/company/details/3/')
  })
})
