import { describe, expect, it } from 'vitest'
import { openPortal } from '@tests/support/open-portal'

describe('widgets', () => {
  it("tells the portal the page's height", () => {
    const { portal, transport } = openPortal()
    portal.widgets.setHeight(640)
    expect(transport.frameCalls).toEqual([{ command: 'setHeight', value: 640 }])
  })

  it('opens a page of the portal', async () => {
    const { portal, transport } = openPortal()
    expect(await portal.widgets.openPath('/crm/deal/details/5/')).toBe('closed')
    expect(transport.frameCalls).toEqual([{ command: 'openPath', value: '/crm/deal/details/5/' }])
  })

  it('makes an address that works outside the frame', () => {
    const { portal } = openPortal({ context: { portalOrigin: 'http://localhost:5173' } })
    expect(portal.widgets.addressOf('/crm/deal/details/5/')).toBe('http://localhost:5173/crm/deal/details/5/')
  })
})
