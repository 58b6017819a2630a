import type { B24Frame } from '@bitrix24/b24jssdk'
import { makeCertificate } from '@emulator/http/certificate'
import { expect, test } from '@tests/fixtures/foreign-test'

/** What the three generations of the SDK have in common. */
interface AnySdk extends Pick<B24Frame, 'auth' | 'installFinish' | 'parent'> {
  placement: { options: Record<string, string>; title: string }
  callMethod(method: string, params?: object): Promise<{ getData(): { result: { ID: string } } }>
}

declare global {
  var b24: AnySdk
}

const CARD = '/crm/deal/details/204/'

for (const version of ['0.5.1', '1.3.0', '2.2.0']) {
  test.describe(`@bitrix24/b24jssdk ${version} in a frame`, () => {
    test.beforeEach(({ page }) => {
      // What an SDK says about itself on the console is its own affair; a page error is not.
      page.on('pageerror', (error) => {
        throw error
      })
    })

    test('starts, calls REST and reads its placement', async ({ open }) => {
      const portal = await open({
        page: `/${version}/`,
        registration: { placements: ['CRM_DEAL_DETAIL_TAB'] },
        settings: { user: 2 },
      })
      await portal.goto(`${CARD}?tab=CRM_DEAL_DETAIL_TAB`)
      const frame = await portal.frame()
      await expect(frame.locator('#app')).toHaveText('started in CRM_DEAL_DETAIL_TAB')
      expect(await frame.evaluate(() => globalThis.b24.placement.options)).toEqual({
        ID: '204',
        URI: `${CARD}?tab=CRM_DEAL_DETAIL_TAB`,
      })
      expect(await frame.evaluate(async () => (await globalThis.b24.callMethod('profile')).getData().result.ID)).toBe(
        '2',
      )
    })

    test('commands the page around it', async ({ open, page }) => {
      const portal = await open({ page: `/${version}/` })
      await portal.goto('/marketplace/app/1/')
      const frame = await portal.frame()
      await expect(frame.locator('#app')).toHaveText('started in DEFAULT')
      await frame.evaluate(() => globalThis.b24.parent.setTitle('Named: by the app'))
      await expect(page.locator('#pagetitle')).toHaveText('Named: by the app')
    })

    test('gets a new token and goes on with it', async ({ open }) => {
      const portal = await open({ page: `/${version}/` })
      await portal.goto('/marketplace/app/1/')
      const frame = await portal.frame()
      await expect(frame.locator('#app')).toHaveText('started in DEFAULT')
      await portal.control.expireTokens()
      // Before 1.3.0 the SDK does not see by itself that the portal has refused its token.
      if (version === '0.5.1') await frame.evaluate(async () => void (await globalThis.b24.auth.refreshAuth()))
      expect(await frame.evaluate(async () => (await globalThis.b24.callMethod('profile')).getData().result.ID)).toBe(
        '1',
      )
      const refreshed = (await portal.control.readCalls()).filter(
        ({ method, from }) => method === 'refreshAuth' && from === 'app',
      )
      expect(refreshed).toHaveLength(1)
    })
  })
}

test('an SDK that starts without the portal waits, as it does for the real one', async ({ open }) => {
  const portal = await open({ page: '/2.2.0/' })
  await portal.control.setFaults([{ method: 'frame:getInitData', when: 'every', effect: { kind: 'silence' } }])
  await portal.goto('/marketplace/app/1/')
  const frame = await portal.frame()
  await expect
    .poll(async () => (await portal.control.readCalls()).some(({ method }) => method === 'getInitData'))
    .toBe(true)
  await expect(frame.locator('#app')).toHaveText('silent')
})

test('a portal on https says so in the address and in the name of the frame, and is called by https', async ({
  open,
}) => {
  const portal = await open({ page: '/2.2.0/', certificate: makeCertificate(Date.now()) })
  expect(portal.url).toMatch(/^https:/)
  await portal.goto('/marketplace/app/1/')
  const frame = await portal.frame()
  await expect(frame.locator('#app')).toHaveText('started in DEFAULT')
  expect(portal.lastOpening().query).toContain('&PROTOCOL=1&')
  expect(await frame.evaluate(() => window.name.split('|')[1])).toBe('1')
  expect(await frame.evaluate(() => globalThis.b24.auth.getTargetOrigin())).toBe(portal.url)
  expect(await frame.evaluate(async () => (await globalThis.b24.callMethod('profile')).getData().result.ID)).toBe('1')
})
