import { describe, expect, it, vi } from 'vitest'
import { FAILURE_KINDS, isAppWide } from '@/domain/failure'
import * as reopenPage from '@/ui/reopen-page'
import { aFailure, anOwnerRef, aSession } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountApp } from '@tests/support/mount-app'
import { waitForText } from '@tests/support/tab-steps'

const SESSIONS = {
  'the app page': { code: 'DEFAULT' },
  'the order tab': { code: 'CRM_ORDER_DETAIL_TAB', objectId: 42 },
  'the deal tab': { code: 'CRM_DEAL_DETAIL_TAB', ownerTypeId: anOwnerRef().typeId, objectId: 12 },
}

/** A page of the app whose every reading is refused so. */
function openApp(kind: (typeof FAILURE_KINDS)[number], placement = SESSIONS['the deal tab'] as object) {
  async function refuse(): Promise<never> {
    throw aFailure({ kind, code: 'CODE_OF_PORTAL' })
  }
  const portal = fakePortal({
    orders: { find: refuse, read: refuse },
    owners: { find: refuse, read: refuse },
    ownerTypes: { read: refuse },
    bindings: { readOfOrders: refuse, readOfOwner: refuse },
    session: aSession({ placement: { code: 'DEFAULT', ...placement } }),
  })
  return mountApp(portal)
}

describe('a portal that refuses the app as a whole', () => {
  it.each(FAILURE_KINDS.filter(isAppWide))('takes the whole page, with a code and a way out: %s', async (kind) => {
    const app = openApp(kind)
    await waitForText(app, 'CODE_OF_PORTAL')
    expect(findAllByRole(app, 'alert')).toHaveLength(1)
    expect(findAllByRole(app, 'button').map(({ element }) => readText(element))).toEqual([
      'Copy a request for my administrator',
      'Try again',
    ])
  })

  it.each(Object.entries(SESSIONS))('does so on every page, without live fields: %s', async (_, placement) => {
    const app = openApp('user-denied', placement)
    await waitForText(app, 'You may not use this app.')
    expect(app.findAll('input, select')).toHaveLength(0)
  })

  it('is asked again by a page that opens anew', async () => {
    const reopen = vi.spyOn(reopenPage, 'reopenPage').mockImplementation(() => undefined)
    const app = openApp('plan')
    await waitForText(app, 'CODE_OF_PORTAL')
    await findByRole(app, 'button', 'Try again').trigger('click')
    expect(reopen).toHaveBeenCalledOnce()
  })
})

it.each(['timeout', 'no-read-right', 'no-store', 'refused'] as const)(
  'a part of the page that failed otherwise says so in its place: %s',
  async (kind) => {
    const app = openApp(kind)
    await waitForText(app, 'Details')
    expect(app.find('h1').exists()).toBe(true)
    findByRole(app, 'button', 'Refresh')
  },
)
