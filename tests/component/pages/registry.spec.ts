import type { Placement } from '@/domain/session'
import { describe, it } from 'vitest'
import App from '@/app/App.vue'
import { orderId } from '@/domain/id'
import { anOwnerRef } from '@tests/support/builders'
import { mountWith } from '@tests/support/mount'
import { openPortal } from '@tests/support/open-portal'
import { sees } from '@tests/support/tab-steps'

function openAt(placement: Placement) {
  const { portal } = openPortal()
  return mountWith(App, { portal: { ...portal, session: { ...portal.session, placement } } })
}

describe('openPage', () => {
  it.each<[string, Placement, string]>([
    ['the app page', { kind: 'app' }, 'Find an online-store order'],
    ['the tab of an owner', { kind: 'owner', owner: anOwnerRef(202) }, 'Orders bound here'],
    ['the tab of an order', { kind: 'order', orderId: orderId(3) }, 'Owner of this order'],
    [
      'a page that explains itself elsewhere',
      { kind: 'unknown', code: 'CRM_LEAD_LIST_MENU' },
      'Place: CRM_LEAD_LIST_MENU',
    ],
  ])('opens %s', async (_, placement, text) => {
    const app = openAt(placement)
    await sees(app, text)
  })
})
