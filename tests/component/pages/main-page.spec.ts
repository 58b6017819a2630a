import type { FaultRule } from '@emulator/portal/fault'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import MainPage from '@/pages/MainPage.vue'
import { setFaults } from '@emulator/faults/faults'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, storedOwner } from '@tests/support/open-portal'
import { click, confirmQuestion, waitForText } from '@tests/support/tab-steps'

/** The newest order of the sample portal. */
const NEWEST = 200

function openMain(user = 1, faults: FaultRule[] = [], settings: Partial<PortalSettings> = {}) {
  const { portal, ...opened } = openPortal({ user, faults, settings })
  return { ...opened, page: mountWith(MainPage, { portal }) }
}

describe('MainPage', { timeout: 15_000 }, () => {
  it('shows the owner of each order by name', async () => {
    const { page } = openMain()
    await eventually(() =>
      expect(readText(findAllByRole(page, 'row')[0]?.element)).toMatch(/Order 1200.*Office pantry/),
    )
  })

  it('says how many orders there are, counts anew on demand, and does not count what a text finds', async () => {
    const { local, page } = openMain()
    await waitForText(page, /Orders\s*· 200/)
    local.data.orders.delete(NEWEST)
    await click(page, 'Refresh')
    await waitForText(page, /Orders\s*· 199/)
    await page.find('input').setValue('1003')
    await waitForText(page, /1 order shown/)
    await eventually(() => expect(page.find('h1 + [role=status]').exists()).toBe(false))
  })

  it('moves an order to the deal that is picked under its row', async () => {
    const { local, page } = openMain()
    const before = storedOwner(local, orderId(NEWEST))
    await eventually(() => findByRole(page, 'button', 'Move order 1200 to another deal'))
    await click(page, 'Move order 1200 to another deal')
    await eventually(() => expect(findAllByRole(page, 'choice').length).toBeGreaterThan(1))
    await findAllByRole(page, 'choice')[0]?.trigger('click')
    await waitForText(page, /Move order \d+ to .*\?/)
    await confirmQuestion(page)
    await waitForText(page, /1200 ?Moved from/)
    expect(storedOwner(local, orderId(NEWEST))).not.toEqual(before)
  })

  it('opens the choice of an owner by Enter on the order whose number was typed', async () => {
    const { page } = openMain()
    await waitForText(page, /Order 1200/)
    const field = page.find('input')
    await field.setValue('1003')
    await eventually(() => expect(field.attributes('aria-activedescendant')).toBeDefined())
    await field.trigger('keydown', { key: 'Enter' })
    await eventually(() => findByRole(page, 'button', 'Close the choice'))
    const open = findAllByRole(page, 'button').filter(({ element }) => element.getAttribute('aria-expanded') === 'true')
    expect(open.map(({ element }) => element.getAttribute('aria-label'))).toEqual(['Move order 1003 to another deal'])
  })

  it('reads orders and owners anew on demand', async () => {
    const { local, page } = openMain()
    await waitForText(page, /Order 1200.*Office pantry/)
    local.data.bindings.delete(NEWEST)
    const order = local.data.orders.get(NEWEST)
    if (order) order.price = 12_345
    await click(page, 'Refresh')
    await eventually(() =>
      expect(readText(findAllByRole(page, 'row')[0]?.element)).toMatch(/Order 1200.*12,345.*No deal/),
    )
  })

  it('says why owners are missing where they could not be read, and reads them again', async () => {
    const { local, page } = openMain(1, [
      faultOf('crm.orderentity.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR', status: 500 }),
    ])
    await waitForText(page, 'the portal had an error of its own')
    setFaults(local, [])
    await click(page, 'Try again')
    await waitForText(page, /Order 1200.*Office pantry/)
  })

  it('offers no choice to people who may not change anything, and says why', async () => {
    const { page } = openMain(2)
    await waitForText(page, 'Only store administrators can move orders')
    await waitForText(page, 'Order 1200')
    expect(readText(page.element)).not.toMatch(/Move…|Choose…|Detach…/)
  })

  it('tells an employee once why nothing can be read, and offers no search', async () => {
    const { page } = openMain(3)
    await waitForText(page, 'You may not see store orders')
    await eventually(() => expect(page.find('[role=search]').exists()).toBe(false))
    expect(page.findAll('[role=alert], [role=note]')).toHaveLength(1)
    expect(readText(page.element)).not.toContain('Only store administrators')
  })

  it('finds owners by the id of an order where only administrators read orders', async () => {
    const { page } = openMain(2, [], { saleRead: 'administrator' })
    await waitForText(page, 'Orders can be found by ID only')
    await page.get('input').setValue('3')
    await waitForText(page, /Order with ID 3.*Order No\. 1003/)
  })

  it('keeps the search while an administrator looks at the settings, and shows the orders anew where these changed', async () => {
    const { local, page } = openMain()
    await waitForText(page, /Order 1200/)
    await page.find('input').setValue('1003')
    await click(page, 'Settings')
    await waitForText(page, /holds for everybody/)
    await click(page, 'Orders')
    expect(page.find('input').element.value).toBe('1003')
    await click(page, 'Settings')
    await waitForText(page, /With orders/)
    await findByLabel(page, 'With orders').setValue()
    await waitForText(page, /Saved\./)
    expect(local.app.options).toEqual({ ordersMode: 'with-orders' })
    await click(page, 'Orders')
    await eventually(() => findByRole(page, 'link', '1200'))
  })

  it('says that a setting was not saved, and shows it as it was', async () => {
    const faults = [faultOf('app.option.set', { kind: 'error', code: 'INTERNAL_SERVER_ERROR', status: 500 })]
    const { local, page } = openMain(1, faults)
    await click(page, 'Settings')
    await waitForText(page, /Suggest orders and deals/)
    await findByLabel(page, 'Suggest orders').setValue(false)
    await waitForText(page, /The setting was not saved/)
    expect(findByLabel(page, 'Suggest orders').element.checked).toBe(true)
    expect(local.app.options).toEqual({})
  })

  it('marks the settings where places open an earlier address, and offers there to bring them', async () => {
    const { local, page } = openMain()
    local.app.placements = [
      { code: 'CRM_DEAL_DETAIL_TAB', handler: 'https://earlier.example/', titles: { en: 'Orders' } },
    ]
    await waitForText(page, /Settings ?1 place of this portal opens an earlier address/)
    expect(findAllByRole(page, 'button').map(({ element }) => readText(element))).not.toContain('Bring it here')
    await click(page, 'Settings')
    await eventually(() => findByRole(page, 'button', 'Bring it here'))
  })

  it.each(['Settings', 'Health'])('says in one sentence that %s are for administrators only', async (section) => {
    const { transport, page } = openMain(PORTAL_USERS.appInstaller)
    await eventually(() => findByRole(page, 'button', section))
    await click(page, section)
    await waitForText(page, /Only administrators of the portal can see and change this/)
    expect(page.findAll('input[type=checkbox], input[type=radio]')).toEqual([])
    expect(transport.requests.filter(({ method }) => /^(placement.list|app.option)/.test(method))).toEqual([])
  })

  it.each([
    [1, ['Orders', 'Journal', 'Settings', 'Health']],
    [4, ['Orders', 'Journal']],
    [2, ['Orders', 'Journal']],
  ])('has for person %i the parts %j', async (user, parts) => {
    const { page } = openMain(user)
    await waitForText(page, /Order 1200/)
    expect(page.findAll('nav button').map(({ element }) => readText(element))).toEqual(parts)
  })

  it('opens the journal beside the orders', async () => {
    const { page } = openMain(4)
    await waitForText(page, /Order 1200/)
    await click(page, 'Journal')
    await waitForText(page, 'Nothing has been changed yet')
    await click(page, 'Orders')
    expect(page.find('input').isVisible()).toBe(true)
  })
})
