import { describe, expect, it } from 'vitest'
import { expireTokens } from '@emulator/calls/identity'
import { openPortal, readSample } from '@tests/support/open-portal'

describe('createPortal', () => {
  it('asks for nothing by itself', async () => {
    const { transport } = openPortal()
    await new Promise((resolve) => setTimeout(resolve))
    expect(transport.requests).toEqual([])
  })

  it('reads the present binding and the wished owner in one request', async () => {
    const { portal, local, transport } = openPortal()
    const { orderId } = readSample(local, 'move')
    const { owner } = readSample(local, 'goneOwner')
    await Promise.all([portal.bindings.readOfOrders([orderId]), portal.owners.read([owner])])
    // The second one asks for the owner that the list left out.
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch', 'batch'])
  })

  it('never lets a write travel with reads', async () => {
    const { portal, local, transport } = openPortal()
    const { orderId, owner } = readSample(local, 'move')
    await Promise.all([portal.bindings.readOfOrders([orderId]), portal.bindings.write({ orderId, after: null }, owner)])
    expect(transport.requests).toHaveLength(2)
  })

  it('sends a read once more after the token was refreshed', async () => {
    const { portal, local, transport } = openPortal()
    expireTokens(local)
    expect(await portal.ownerTypes.read()).toHaveLength(1)
    expect(transport.requests).toHaveLength(2)
  })

  it('opens on the session that the portal told', () => {
    const { portal } = openPortal({
      user: 4,
      context: { placement: 'CRM_ORDER_DETAIL_TAB', placementOptions: { ID: '42' } },
    })
    expect(portal.session).toMatchObject({ placement: { code: 'CRM_ORDER_DETAIL_TAB', objectId: 42 }, isAdmin: false })
  })
})
