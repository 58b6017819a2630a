import type { OpenPortalOptions } from '@tests/support/open-portal'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import MovedMark from '@/features/setup/MovedMark.vue'
import MovedPlacements from '@/features/setup/MovedPlacements.vue'
import PlacementSettings from '@/features/setup/PlacementSettings.vue'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByLabel, findByRole } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal } from '@tests/support/open-portal'
import { click, waitForText } from '@tests/support/tab-steps'

const HERE = 'https://app.example/index.html'
const EARLIER = 'https://earlier.example/index.html'
const TAB = 'CRM_DEAL_DETAIL_TAB'
const MENU = 'CRM_DEAL_LIST_MENU'

/** A portal in which these places open the app, each at its address. */
function open(places: [code: string, handler: string][], options: OpenPortalOptions = {}) {
  const opened = openPortal({ ...options, context: { appAddress: HERE } })
  opened.local.app.placements = places.map(([code, handler]) => ({ code, handler, titles: { en: 'Orders' } }))
  const registered = () => opened.local.app.placements.map(({ code, handler }) => [code, handler])
  return { ...opened, registered }
}

describe('the places in the settings', () => {
  async function openSettings(places: [string, string][], options: OpenPortalOptions = {}) {
    const opened = open(places, options)
    const form = mountWith(PlacementSettings, { portal: opened.portal, props: { mode: 'deals-only' } })
    await eventually(() => findByLabel(form, 'Deal: Tab in the card'))
    const save = async () => {
      await form.find('form').trigger('submit')
      await eventually(() => expect(form.attributes('aria-busy')).toBe('false'))
    }
    return { ...opened, form, save }
  }

  it('are those that the portal has, and not what would be sensible', async () => {
    const { form } = await openSettings([[MENU, HERE]])
    expect(findByLabel(form, 'Deal: Tab in the card').element.checked).toBe(false)
    expect(findByLabel(form, 'Deal: Menu in the list').element.checked).toBe(true)
    expect(findByRole(form, 'button', 'Save places').attributes()).toHaveProperty('disabled')
  })

  it('are turned on and off together, and each is told', async () => {
    const { form, save, registered } = await openSettings([[MENU, HERE]])
    await findByLabel(form, 'Deal: Tab in the card').setValue(true)
    await findByLabel(form, 'Deal: Menu in the list').setValue(false)
    await save()
    await waitForText(form, /Deal: Tab in the card:\s*registered/)
    expect(form.text()).toMatch(/Deal: Menu in the list:\s*turned off/)
    expect(registered()).toEqual([[TAB, HERE]])
  })

  it.each<[string, 'placement.bind' | 'placement.unbind', RegExp]>([
    ['not turned on', 'placement.bind', /Tab in the card:\s*not registered: the connection/],
    ['not turned off', 'placement.unbind', /Menu in the list:\s*not turned off: the connection/],
  ])('that were %s show themselves as they are', async (_, method, text) => {
    const faults = [faultOf(method, { kind: 'cut-before' })]
    const { form, save, registered } = await openSettings([[MENU, HERE]], { faults })
    const isOn = method === 'placement.bind'
    const label = isOn ? 'Deal: Tab in the card' : 'Deal: Menu in the list'
    await findByLabel(form, label).setValue(isOn)
    await save()
    await waitForText(form, text)
    expect(findByLabel(form, label).element.checked).toBe(!isOn)
    expect(registered()).toEqual([[MENU, HERE]])
  })

  it('leave other addresses alone', async () => {
    const { form, save, registered } = await openSettings([
      [TAB, EARLIER],
      [TAB, 'https://app.example/'],
    ])
    await findByLabel(form, 'Deal: Tab in the card').setValue(false)
    await save()
    expect(registered()).toEqual([[TAB, EARLIER]])
  })
})

describe('places at an earlier address', () => {
  /** The mark beside the settings, and the line in them. */
  const Notice = () => h('div', [h(MovedMark), h(MovedPlacements)])

  async function offered(places: [string, string][], options: OpenPortalOptions = {}) {
    const opened = open(places, options)
    const notice = mountWith(Notice, { portal: opened.portal })
    await eventually(() => expect(opened.transport.requests.length).toBeGreaterThan(0))
    return { ...opened, notice }
  }

  it.each<[string, [string, string][], OpenPortalOptions]>([
    ['none', [[TAB, HERE]], {}],
    ['of a kind that the app has no page for', [['CRM_CONTACT_DETAIL_TAB', EARLIER]], {}],
    ['that the person may not read', [[TAB, EARLIER]], { user: PORTAL_USERS.appInstaller }],
    ['that could not be read', [[TAB, EARLIER]], { faults: [faultOf('placement.get', { kind: 'cut-before' })] }],
  ])('are not offered: %s', async (_, places, options) => {
    const { notice } = await offered(places, options)
    await flushPromises()
    expect(findAllByRole(notice, 'button')).toEqual([])
  })

  it('are brought here, and only withdrawn where the app is registered here already', async () => {
    const { notice, registered, transport } = await offered([
      [TAB, EARLIER],
      [TAB, 'https://app.example/'],
      [MENU, EARLIER],
    ])
    await waitForText(notice, '2 places of this portal open an earlier address')
    await click(notice, 'Bring them here')
    await waitForText(notice, '2 places open this app now')
    expect(registered()).toEqual([
      [TAB, 'https://app.example/'],
      [MENU, HERE],
    ])
    const writes = transport.requests.map(({ method }) => method).filter((method) => /bind$/.test(method))
    expect(writes).toEqual(['placement.unbind', 'placement.bind', 'placement.unbind'])
  })

  it('stay where the portal refuses the new address', async () => {
    const faults = [faultOf('placement.bind', { kind: 'error', code: 'ERROR_WRONG_HANDLER_URL' })]
    const { notice, registered } = await offered([[TAB, EARLIER]], { faults })
    await waitForText(notice, '1 place of this portal')
    await click(notice, 'Bring it here')
    await waitForText(notice, 'Deal: Tab in the card: stays with the earlier address: the portal does not accept')
    expect(registered()).toEqual([[TAB, EARLIER]])
  })
})
