import { describe, expect, it } from 'vitest'
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
})
