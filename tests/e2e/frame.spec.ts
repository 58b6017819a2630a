import type { Frame } from '@playwright/test'
import type { ForeignPortal } from '@tests/fixtures/foreign-test'
import {
  ask,
  expect,
  ANSWER_TIMEOUT_MS,
  sendMessage,
  sendUnanswered,
  NO_ANSWER,
  test,
} from '@tests/fixtures/foreign-test'

/** A deal of the sample portal. */
const DEAL = 204
const CARD = `/crm/deal/details/${DEAL}/`
const APP_PAGE = '/marketplace/app/1/'
const TAB = { placements: ['CRM_DEAL_DETAIL_TAB'] }

/** The app in a tab of a deal's card. */
async function openTab(portal: ForeignPortal): Promise<Frame> {
  await portal.goto(`${CARD}?tab=CRM_DEAL_DETAIL_TAB`)
  return portal.frame()
}

/** The app on its own page. */
async function openAppPage(portal: ForeignPortal): Promise<Frame> {
  await portal.goto(APP_PAGE)
  return portal.frame()
}

test.describe('opening', () => {
  // api-reference/widgets/crm/detail-tab.md
  test('posts the documented fields to a server-hosted app', async ({ open }) => {
    const portal = await open({ registration: { ...TAB, scopes: ['crm', 'placement'] } })
    await openTab(portal)
    const { method, form } = portal.lastOpening()
    expect(method).toBe('POST')
    expect(form).toEqual({
      AUTH_ID: expect.stringMatching(/^\w{70}$/),
      AUTH_EXPIRES: '3600',
      REFRESH_ID: expect.stringMatching(/^\w{70}$/),
      SERVER_ENDPOINT: expect.stringMatching(/^https?:\/\/.+\/rest\/$/),
      APPLICATION_TOKEN: expect.stringMatching(/^\w{32}$/),
      APPLICATION_SCOPE: 'crm,placement',
      member_id: expect.stringMatching(/^\w{32}$/),
      status: 'L',
      PLACEMENT: 'CRM_DEAL_DETAIL_TAB',
      PLACEMENT_OPTIONS: `{"ID":"${DEAL}","URI":"\\/crm\\/deal\\/details\\/${DEAL}\\/?tab=CRM_DEAL_DETAIL_TAB"}`,
    })
  })

  test('gets a static app with the same query and without a body', async ({ open }) => {
    const portal = await open({ settings: { opening: 'get' } })
    await openAppPage(portal)
    expect(portal.lastOpening()).toMatchObject({
      method: 'GET',
      form: {},
      query: expect.stringMatching(/^DOMAIN=.+&APP_SID=/),
    })
  })

  test("tells the application page the address of the portal, in the query and in the frame's name, and no options", async ({
    open,
  }) => {
    const portal = await open({ settings: { language: 'de' } })
    const frame = await openAppPage(portal)
    const { host } = new URL(portal.url)
    // The colon of the port is not encoded.
    expect(portal.lastOpening().query).toMatch(new RegExp(`^DOMAIN=${host}&PROTOCOL=0&LANG=de&APP_SID=[0-9a-f]{32}$`))
    expect(portal.lastOpening().form).not.toHaveProperty('PLACEMENT_OPTIONS')
    const sid = new URLSearchParams(portal.lastOpening().query).get('APP_SID')
    await frame.goto(`${portal.app.origin}/silent/elsewhere`)
    expect(await frame.evaluate(() => window.name)).toBe(`${host}|0|${sid}`)
  })

  test('gives the application page the parameters of its address, nested ones too', async ({ open }) => {
    const portal = await open()
    await portal.goto(`${APP_PAGE}?screen=orders&filter[state]=new&sessid=1`)
    await portal.frame()
    expect(portal.lastOptions()).toEqual({ screen: 'orders', filter: { state: 'new' } })
  })

  // api-reference/widgets/crm/list-menu.md
  test('opens from the menu of a row in a side panel, with the id of the row', async ({ open, page }) => {
    const portal = await open({ registration: { title: 'My menu', placements: ['CRM_DEAL_LIST_MENU'] } })
    await portal.goto('/crm/deal/list/')
    const row = page.getByRole('row').nth(1)
    const id = (await row.getByRole('link').getAttribute('href'))?.match(/\d+/)?.[0]
    await row.locator('summary').click()
    await row.getByRole('button', { name: 'My menu' }).click()
    await portal.frame()
    expect(portal.lastOpening().form.PLACEMENT).toBe('CRM_DEAL_LIST_MENU')
    expect(portal.lastOptions()).toEqual({ ID: id, URI: '/crm/deal/list/' })
  })

  // api-reference/widgets/crm/list-toolbar.md
  test('opens from above a list with the address of the list alone', async ({ open, page }) => {
    const portal = await open({ registration: { title: 'My tool', placements: ['CRM_SMART_INVOICE_LIST_TOOLBAR'] } })
    await portal.goto('/crm/type/31/list/')
    await page.locator('.page-head summary').click()
    await page.getByRole('button', { name: 'My tool' }).click()
    await portal.frame()
    expect(portal.lastOptions()).toEqual({ URI: '/crm/type/31/list/' })
  })

  // api-reference/widgets/crm/detail-toolbar.md
  for (const [place, path, key] of [
    ['CRM_DEAL_DETAIL_TOOLBAR', CARD, 'ID'],
    ['CRM_SMART_INVOICE_DETAIL_TOOLBAR', '', 'ENTITY_ID'],
  ] as const) {
    test(`names the object by ${key} in ${place}`, async ({ open, page }) => {
      const portal = await open({ registration: { title: 'My tool', placements: [place] } })
      const invoice = [...(portal.portal.data.items.get(31)?.keys() ?? [])][0]
      const card = path || `/crm/type/31/details/${invoice}/`
      await portal.goto(card)
      await page.locator('.page-head summary').click()
      await page.getByRole('button', { name: 'My tool' }).click()
      await portal.frame()
      expect(portal.lastOptions()).toEqual({ [key]: card.match(/(\d+)\/$/)?.[1], URI: card })
    })
  }

  // api-reference/widgets/crm/detail-activity.md
  test('opens above the timeline of a card, inside the card', async ({ open, page }) => {
    const portal = await open({ registration: { title: 'My activity', placements: ['CRM_DEAL_DETAIL_ACTIVITY'] } })
    await portal.goto(CARD)
    await page.getByRole('button', { name: 'My activity' }).click()
    await portal.frame()
    expect(portal.lastOptions()).toEqual({ ID: String(DEAL), URI: CARD })
    await expect(page.locator('.panel')).toHaveCount(0)
  })

  // api-reference/widgets/left-menu.md
  test('tells an item of the left menu which page the person came from', async ({ open, page }) => {
    const portal = await open({ registration: { title: 'My section', placements: ['LEFT_MENU'] } })
    await portal.goto('/crm/type/31/list/?page=1')
    await page.getByRole('link', { name: 'My section' }).last().click()
    await portal.frame()
    expect(portal.lastOpening().form.PLACEMENT).toBe('LEFT_MENU')
    expect(portal.lastOptions()).toEqual({ URI: '/crm/type/31/list/?page=1' })
  })

  // api-reference/widgets/universal/app-url.md
  test('gives a link its own parameters, and never overwrites its URI', async ({ open }) => {
    const portal = await open({ registration: { placements: ['REST_APP_URI'] } })
    await portal.goto(`/marketplace/view/${portal.portal.app.clientId}/?params[docId]=42&params[URI]=mine`)
    await portal.frame()
    expect(portal.lastOpening().form.PLACEMENT).toBe('REST_APP_URI')
    expect(portal.lastOptions()).toEqual({ docId: '42', URI: 'mine' })
  })

  test('opens each of two handlers of one placement in a tab of its own', async ({ open, page }) => {
    const portal = await open({ registration: TAB })
    portal.portal.app.placements.push({
      code: 'CRM_DEAL_DETAIL_TAB',
      handler: `${portal.app.origin}/silent/second`,
      titles: { en: 'Second' },
    })
    await portal.goto(CARD)
    await page.getByRole('tab', { name: 'Second' }).click()
    await portal.frame()
    expect(portal.lastOpening().path).toBe('/silent/second')
  })

  // api-reference/widgets/user-field/userfieldtype-add.md
  test('gives a frame the height that was registered with it', async ({ open, page }) => {
    const portal = await open({ registration: TAB })
    Object.assign(portal.portal.app.placements[0] ?? {}, { options: { height: 321 } })
    await openTab(portal)
    expect((await page.locator('.app-frame').boundingBox())?.height).toBe(321)
  })
})

test.describe('messages', () => {
  test('getInitData tells who, where and with which options, in the order of a portal', async ({ open }) => {
    const portal = await open({ registration: TAB, settings: { language: 'ru', user: 2 } })
    const init = await ask(await openTab(portal), 'getInitData')
    const { form } = portal.lastOpening()
    const expected = {
      LANG: 'ru',
      DOMAIN: new URL(portal.url).host,
      PROTOCOL: 0,
      PATH: '/rest',
      AUTH_ID: form.AUTH_ID,
      AUTH_EXPIRES: '3600',
      REFRESH_ID: form.REFRESH_ID,
      MEMBER_ID: form.member_id,
      FIRST_RUN: true,
      IS_ADMIN: false,
      INSTALL: false,
      USER_OPTIONS: [],
      APP_OPTIONS: [],
      PLACEMENT: 'CRM_DEAL_DETAIL_TAB',
      PLACEMENT_OPTIONS: { ID: String(DEAL), URI: `${CARD}?tab=CRM_DEAL_DETAIL_TAB` },
    }
    expect(JSON.stringify(init)).toBe(JSON.stringify(expected))
  })

  test('are understood with an empty segment, without one, and with colons inside', async ({ open, page }) => {
    const frame = await openAppPage(await open())
    expect(JSON.parse(await sendMessage(frame, { command: 'getInterface', wait: ANSWER_TIMEOUT_MS }))).toEqual({
      command: [],
      event: [],
    })
    expect(
      JSON.parse(await sendMessage(frame, { command: 'getInterface', json: '', wait: ANSWER_TIMEOUT_MS })),
    ).toEqual({
      command: [],
      event: [],
    })
    expect(await ask(frame, 'setTitle', { title: 'Orders: 5:6' })).toEqual({ title: 'Orders: 5:6' })
    await expect(page.locator('#pagetitle')).toHaveText('Orders: 5:6')
  })

  test('get no answer when they are unknown, broken or of another sid', async ({ open }) => {
    const frame = await openAppPage(await open())
    const answers = {
      'of another sid': await sendMessage(frame, { command: 'getInterface', sid: '0'.repeat(32) }),
      'unknown': await sendMessage(frame, { command: 'eatLunch', json: '{}' }),
      'broken JSON': await sendMessage(frame, { command: 'setTitle', json: '{"title":' }),
      'named like a part of every object': await sendMessage(frame, { command: 'constructor' }),
    }
    expect(answers).toEqual({
      'of another sid': NO_ANSWER,
      'unknown': NO_ANSWER,
      'broken JSON': NO_ANSWER,
      'named like a part of every object': NO_ANSWER,
    })
  })

  test('of another origin get no answer, even with the right sid', async ({ open, page }) => {
    const portal = await open()
    await openAppPage(portal)
    const sid = new URLSearchParams(portal.lastOpening().query).get('APP_SID') ?? ''
    // The same page by another name of the machine: another origin that has the sid.
    const otherOrigin = portal.app.origin.replace('127.0.0.1', 'localhost')
    await page.evaluate(
      ({ name, src }) => {
        const iframe = document.createElement('iframe')
        Object.assign(iframe, { name, src })
        document.body.append(iframe)
      },
      { name: `${new URL(portal.url).host}|0|${sid}`, src: `${otherOrigin}/silent/` },
    )
    await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(otherOrigin))).toBe(true)
    const frame = page.frames().find((each) => each.url().startsWith(otherOrigin))
    if (!frame) throw new Error('The other origin has no frame.')
    expect(await sendMessage(frame, { command: 'getInitData' })).toBe(NO_ANSWER)
  })

  test('call it the first run once, and no more when setInstall is stored', async ({ open }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    expect(await ask(frame, 'getInitData')).toMatchObject({ FIRST_RUN: true })
    expect(await ask(frame, 'getInitData')).toMatchObject({ FIRST_RUN: false })
    expect(await ask(frame, 'setInstall', { install: true })).toEqual({ install: true })
    expect(await ask(await openAppPage(portal), 'getInitData')).toMatchObject({
      FIRST_RUN: false,
      USER_OPTIONS: { install: true },
    })
  })

  test('are answered late or never where a fault says so', async ({ open }) => {
    const portal = await open()
    await portal.control.setFaults([{ method: 'frame:getInitData', when: { nth: 1 }, effect: { kind: 'silence' } }])
    const frame = await openAppPage(portal)
    expect(await sendMessage(frame, { command: 'getInitData' })).toBe(NO_ANSWER)
    expect(await ask(frame, 'getInitData')).toMatchObject({ PLACEMENT: 'DEFAULT' })
  })
})

test.describe('the window', () => {
  test('takes width and height on the application page and answers what it measured', async ({ open, page }) => {
    const frame = await openAppPage(await open())
    expect(await ask(frame, 'resizeWindow', { width: 500, height: 700 })).toEqual({ width: 500, height: 700 })
    const { width } = (await page.locator('.app-page').boundingBox()) ?? { width: 0 }
    expect(await ask(frame, 'resizeWindow', { width: '100%', height: 0 })).toEqual({
      width: Math.round(width),
      height: 700,
    })
  })

  test('takes the height alone in a tab', async ({ open }) => {
    const frame = await openTab(await open({ registration: TAB }))
    const answer = await ask(frame, 'resizeWindow', { width: 10, height: 900 })
    expect(answer).toEqual({ width: expect.any(Number), height: 900 })
    expect(answer).not.toMatchObject({ width: 10 })
  })

  test('keeps its title in a tab, without an answer', async ({ open, page }) => {
    const frame = await openTab(await open({ registration: TAB }))
    const before = await page.locator('#pagetitle').innerText()
    expect(await sendMessage(frame, { command: 'setTitle', json: '{"title":"Mine"}' })).toBe(NO_ANSWER)
    await expect(page.locator('#pagetitle')).toHaveText(before)
  })

  test('is loaded anew by reloadWindow, with a new sid and no answer', async ({ open, page }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    const loaded = page.waitForEvent('load')
    sendUnanswered(frame, { command: 'reloadWindow' })
    await loaded
    await expect.poll(() => portal.app.opened.length).toBe(2)
    const [first, second] = portal.app.opened.map(({ query }) => query)
    expect(second).not.toBe(first)
  })

  test('scrolls to where the app says, and never answers calls, chats and the settings of the app', async ({
    open,
    page,
  }) => {
    const frame = await openAppPage(await open())
    await ask(frame, 'resizeWindow', { width: '100%', height: 3000 })
    expect(await ask(frame, 'setScroll', { scroll: 250 })).toEqual({ scroll: 250 })
    expect(await page.evaluate(() => window.scrollY)).toBe(250)
    expect(await ask(frame, 'setScroll', { scroll: -5 })).toEqual({ scroll: -5 })
    expect(await page.evaluate(() => window.scrollY)).toBe(250)
    const unanswered = ['imCallTo', 'imPhoneTo', 'imOpenMessenger', 'imOpenHistory', 'showAppForm']
    const answers = await Promise.all(
      unanswered.map((command) => sendMessage(frame, { command, json: '{"dialogId":"chat1"}' })),
    )
    expect(answers).toEqual(unanswered.map(() => NO_ANSWER))
  })
})

test.describe('what is remembered', () => {
  test("is a person's option, echoed and there at the next opening", async ({ open }) => {
    const portal = await open()
    expect(await ask(await openAppPage(portal), 'setUserOption', { name: 'view', value: { rows: [1] } })).toEqual({
      name: 'view',
      value: { rows: [1] },
    })
    expect(await ask(await openAppPage(portal), 'getInitData')).toMatchObject({ USER_OPTIONS: { view: { rows: [1] } } })
  })

  test('is an option of the app, answered with the whole set', async ({ open }) => {
    const frame = await openAppPage(await open())
    await ask(frame, 'setAppOption', { name: 'one', value: 1 })
    expect(await ask(frame, 'setAppOption', { name: 'two', value: 'b' })).toEqual({ one: 1, two: 'b' })
  })

  test('is no option of the app when its person is no administrator', async ({ open }) => {
    const portal = await open({ settings: { user: 4 } })
    const frame = await openAppPage(portal)
    expect(await sendMessage(frame, { command: 'setAppOption', json: '{"name":"one","value":1}' })).toBe(NO_ANSWER)
    expect(portal.portal.app.options).toEqual({})
  })
})

test.describe('refreshAuth', () => {
  test('gives a new pair and the hour anew', async ({ open }) => {
    const portal = await open()
    const answer = await ask(await openAppPage(portal), 'refreshAuth')
    expect(answer).toEqual({
      AUTH_ID: expect.stringMatching(/^\w{70}$/),
      AUTH_EXPIRES: '3600',
      REFRESH_ID: expect.stringMatching(/^\w{70}$/),
    })
    expect(answer).not.toMatchObject({ AUTH_ID: portal.lastOpening().form.AUTH_ID })
  })

  test('shows a message and does not answer when the portal refuses', async ({ open, page }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    portal.portal.tokens = []
    expect(await sendMessage(frame, { command: 'refreshAuth' })).toBe(NO_ANSWER)
    await page.getByRole('button', { name: 'OK' }).click()
    await expect(page.locator('dialog')).toHaveCount(0)
  })
})

test('refreshAuth is refused by a fault as by the portal itself', async ({ open, page }) => {
  const portal = await open()
  await portal.control.setFaults([
    { method: 'frame:refreshAuth', when: 'every', effect: { kind: 'error', code: 'invalid_token' } },
  ])
  const frame = await openAppPage(portal)
  expect(await sendMessage(frame, { command: 'refreshAuth' })).toBe(NO_ANSWER)
  await expect(page.getByText('did not get a new access token')).toBeVisible()
})

test.describe('installation', () => {
  const installed = { installer: '/silent/install', placements: ['CRM_DEAL_DETAIL_TAB', 'LEFT_MENU'] }

  // settings/app-installation/installation-finish.md
  test('opens the installer for an administrator, and then the app', async ({ open, page }) => {
    const portal = await open({ registration: installed })
    const frame = await openAppPage(portal)
    expect(portal.lastOpening().path).toBe('/silent/install')
    expect(await ask(frame, 'getInitData')).toMatchObject({ INSTALL: true, PLACEMENT: 'DEFAULT' })
    sendUnanswered(frame, { command: 'setInstallFinish' })
    await page.waitForURL(/install_finished=Y/)
    await expect.poll(() => portal.lastOpening().path).toBe('/silent/')
    expect(portal.lastOptions()).toEqual({ install_finished: 'Y' })
    expect(await ask(await portal.frame(), 'getInitData')).toMatchObject({ INSTALL: false })
  })

  // settings/app-installation/installation-finish.md
  test('keeps the app and its places from others until it is done', async ({ open, page }) => {
    const portal = await open({ registration: installed, settings: { user: 2 } })
    await portal.goto(APP_PAGE)
    await expect(page.getByRole('alert')).toContainText('not installed yet')
    await portal.goto(CARD)
    await expect(page.getByRole('tab')).toHaveCount(1)
    expect(portal.app.opened).toEqual([])
  })

  test('ends in a side panel with the app in the same panel', async ({ open, page }) => {
    const portal = await open({ registration: { installer: '/silent/install' } })
    const below = await openAppPage(portal)
    sendUnanswered(below, { command: 'openApplication', json: '{"step":"2","bx24_title":"Set up"}' })
    sendUnanswered(await portal.frame([below]), { command: 'setInstallFinish' })
    await expect.poll(() => portal.lastOpening().path).toBe('/silent/')
    expect(portal.lastOptions()).toEqual({ step: '2' })
    await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible()
    expect(page.url()).not.toContain('install_finished')
  })
})
