import { describe, expect, it } from 'vitest'
import { openPortal } from '@tests/support/open-portal'

describe('frameWindow', () => {
  it("tells the portal the page's height", () => {
    const { portal, transport } = openPortal()
    portal.frameWindow.setHeight(640)
    expect(transport.frameCalls).toEqual([{ command: 'setHeight', value: 640 }])
  })
})
