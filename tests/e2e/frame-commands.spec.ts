import type { Frame, Page } from '@playwright/test'
import type { ForeignPortal } from '@tests/fixtures/foreign-test'
import {
  ask,
  expect,
  panelPage,
  ANSWER_TIMEOUT_MS,
  sendMessage,
  sendUnanswered,
  NO_ANSWER,
  test,
} from '@tests/fixtures/foreign-test'

const DEAL = 204
const OTHER_DEAL = 202
const CARD = `/crm/deal/details/${DEAL}/`
const APP_PAGE = '/marketplace/app/1/'

async function openAppPage(portal: ForeignPortal, path = APP_PAGE): Promise<Frame> {
  await portal.goto(path)
  return portal.frame()
}

/** Opens a placement that no page of the portal has, from the developer's panel. */
async function openByHand(
  portal: ForeignPortal,
  page: Page,
  { placement, options = '{}' }: { placement: string; options?: string },
): Promise<Frame> {
  await portal.goto('/crm/deal/list/')
  await page.getByRole('button', { name: 'Developer panel' }).click()
  await page.getByRole('combobox', { name: 'Placement', exact: true }).selectOption(placement)
  await page.getByLabel('Its options').fill(options)
  await page.getByRole('button', { name: 'Open in a panel' }).click()
  return portal.frame()
}

test.describe('openPath', () => {
  test('opens a card in a side panel and answers when it is closed', async ({ open, page }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    const answer = ask(frame, 'openPath', { path: CARD })
    await expect(panelPage(page).locator('#pagetitle')).toBeVisible()
    const address = page
      .frames()
      .map((each) => each.url())
      .find((url) => url.includes(CARD))
    expect(new URL(address ?? '').searchParams.get('from_app')).toBe(portal.portal.app.clientId)
    await page.locator('.panel-close').click()
    expect(await answer).toEqual({ result: 'close' })
  })

  test("refuses a path outside the portal's list at once", async ({ open }) => {
    const frame = await openAppPage(await open())
    expect(await ask(frame, 'openPath', { path: '/docs/a:b/' })).toEqual({
      result: 'error',
      errorCode: 'PATH_NOT_AVAILABLE',
    })
  })

  test('lets a listed prefix with as many steps back lead anywhere in the portal', async ({ open, page }) => {
    const frame = await openAppPage(await open({ settings: { mode: 'with-orders' } }))
    sendUnanswered(frame, { command: 'openPath', json: '{"path":"/crm/type/0/details/0/../../../../../shop/orders/"}' })
    await expect(panelPage(page).getByRole('heading', { name: 'Orders' })).toBeVisible()
  })
})

test.describe('openApplication', () => {
  test("gives a second frame what is not the panel's own, as strings, under a sid of its own", async ({
    open,
    page,
  }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    sendUnanswered(frame, {
      command: 'openApplication',
      json: '{"screen":"log","row":5,"bx24_width":700,"bx24_title":"My log"}',
    })
    const inner = await portal.frame([frame])
    expect(portal.lastOptions()).toEqual({ screen: 'log', row: '5' })
    expect(portal.lastOpening().form.PLACEMENT).toBe('DEFAULT')
    await expect(page.getByRole('heading', { name: 'My log' })).toBeVisible()
    expect(await inner.evaluate(() => window.name)).not.toBe(await frame.evaluate(() => window.name))
  })

  test('answers without a value when the panel is closed', async ({ open, page }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    const answer = sendMessage(frame, { command: 'openApplication', json: '{}', wait: ANSWER_TIMEOUT_MS })
    await portal.frame([frame])
    await page.keyboard.press('Escape')
    expect(await answer).toBe('')
  })

  test('lets the inner app set its title but not its size, and close itself', async ({ open, page }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    const answer = sendMessage(frame, {
      command: 'openApplication',
      json: '{"bx24_title":"Before"}',
      wait: ANSWER_TIMEOUT_MS,
    })
    const inner = await portal.frame([frame])
    expect(await sendMessage(inner, { command: 'resizeWindow', json: '{"width":100,"height":100}' })).toBe(NO_ANSWER)
    expect(await ask(inner, 'setTitle', { title: 'After' })).toEqual({ title: 'After' })
    await expect(page.getByRole('heading', { name: 'After' })).toBeVisible()
    sendUnanswered(inner, { command: 'closeApplication' })
    expect(await answer).toBe('')
    await expect(page.locator('.panel')).toHaveCount(0)
  })

  test('is closed by the app on top only', async ({ open, page }) => {
    const frame = await openAppPage(await open())
    expect(await sendMessage(frame, { command: 'closeApplication' })).toBe(NO_ANSWER)
    await expect(page.locator('#pagetitle')).toBeVisible()
  })
})

test('several apps at once, in a card over a card, are each answered in their own place', async ({ open, page }) => {
  const portal = await open({ registration: { placements: ['CRM_DEAL_DETAIL_TAB'] } })
  const below = await openAppPage(portal, `${CARD}?tab=CRM_DEAL_DETAIL_TAB`)
  sendUnanswered(below, { command: 'openPath', json: JSON.stringify({ path: `/crm/deal/details/${OTHER_DEAL}/` }) })
  await panelPage(page).getByRole('tab').last().click()
  const above = await portal.frame([below])
  expect(above.parentFrame()?.parentFrame()).toBe(page.mainFrame())
  const options = async (frame: Frame) =>
    ((await ask(frame, 'getInitData')) as { PLACEMENT_OPTIONS: { ID: string } }).PLACEMENT_OPTIONS.ID
  expect([await options(below), await options(above)]).toEqual([String(DEAL), String(OTHER_DEAL)])
  expect(await ask(above, 'resizeWindow', { width: '100%', height: 777 })).toMatchObject({ height: 777 })
  expect(await ask(below, 'resizeWindow', { width: '100%', height: 555 })).toMatchObject({ height: 555 })
})

test.describe('dialogs', () => {
  test('selectUser gives the chosen person', async ({ open, page }) => {
    const frame = await openAppPage(await open())
    const answer = ask(frame, 'selectUser', { mult: false })
    await page.locator('dialog').getByLabel('Tomas Ibarrena').check()
    await page.getByRole('button', { name: 'Choose' }).click()
    expect(await answer).toEqual({
      id: '2',
      name: 'Tomas Ibarrena',
      photo: '',
      position: 'Store manager',
      url: '/company/personal/user/2/',
      sub: false,
      sup: false,
    })
  })

  test('selectUser gives a list when several may be chosen', async ({ open, page }) => {
    const frame = await openAppPage(await open())
    const answer = ask(frame, 'selectUser', { mult: true })
    await page.locator('dialog').getByLabel('Tomas Ibarrena').check()
    await page.locator('dialog').getByLabel('Vera Lindqvar').check()
    await page.getByRole('button', { name: 'Choose' }).click()
    expect(await answer).toMatchObject([{ id: '2' }, { id: '1' }])
  })

  test('are never answered when they are cancelled', async ({ open, page }) => {
    const frame = await openAppPage(await open())
    const answer = sendMessage(frame, { command: 'selectUser', json: '{"mult":false}', wait: 1500 })
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.locator('dialog')).toHaveCount(0)
    expect(await answer).toBe(NO_ANSWER)
  })

  test('selectAccess begins with what the app gave and lists everyone', async ({ open, page }) => {
    const frame = await openAppPage(await open())
    const answer = ask(frame, 'selectAccess', { value: ['U1'] })
    await page.getByLabel('All people').check()
    await page.getByRole('button', { name: 'Choose' }).click()
    expect(await answer).toEqual([
      { id: 'U1', name: 'Vera Lindqvar' },
      { id: 'AU', name: 'All people' },
    ])
  })

  // api-reference/crm/data-types.md: ids begin with the letters of their type
  test('selectCRM gives a bucket for each type, keyed by index, and an empty list for an empty one', async ({
    open,
    page,
  }) => {
    const portal = await open()
    const frame = await openAppPage(portal)
    const answer = ask(frame, 'selectCRM', { entityType: ['deal', 'company'], multiple: true, value: { deal: [DEAL] } })
    await page.getByRole('button', { name: 'Deals' }).click()
    await expect(page.locator('dialog input[type=checkbox]').first()).toBeVisible()
    await page.getByRole('button', { name: 'Choose' }).click()
    const deal = portal.portal.data.items.get(2)?.get(DEAL)
    expect(await answer).toEqual({
      company: [],
      deal: {
        0: expect.objectContaining({ id: `D_${DEAL}`, type: 'deal', place: 'deal', title: deal?.title, url: CARD }),
      },
    })
  })
})

// api-reference/crm/data-types.md
test('selectCRM offers all five types when none is named, and one row of one type', async ({ open, page }) => {
  const frame = await openAppPage(await open())
  const answer = ask(frame, 'selectCRM', {})
  await page.locator('dialog').getByLabel('Hotel lobby renewal').check()
  await page.getByRole('button', { name: 'Choose' }).click()
  expect(await answer).toEqual({
    lead: {
      0: {
        id: 'L_64',
        type: 'lead',
        place: 'lead',
        title: 'Hotel lobby renewal',
        desc: '1750 USD',
        url: '/crm/lead/details/64/',
      },
    },
    contact: [],
    company: [],
    deal: [],
    quote: [],
  })
})

test.describe('a placement', () => {
  // api-reference/widgets/ui-interaction/bx24-placement-get-interface.md
  test('lists what it adds to the general commands', async ({ open }) => {
    const portal = await open({ registration: { placements: ['CRM_DEAL_DETAIL_TAB'] } })
    const frame = await openAppPage(portal, `${CARD}?tab=CRM_DEAL_DETAIL_TAB`)
    expect(await ask(frame, 'getInterface')).toEqual({ command: ['reloadData'], event: [] })
  })

  // api-reference/widgets/ui-interaction/bx24-placement-call.md
  test('reloads the card around the app, not the app, and answers without a value', async ({ open, page }) => {
    const portal = await open({ registration: { placements: ['CRM_DEAL_DETAIL_ACTIVITY'], title: 'Mine' } })
    await portal.goto(CARD)
    await page.getByRole('button', { name: 'Mine' }).click()
    const frame = await portal.frame()
    Object.assign(portal.portal.data.items.get(2)?.get(DEAL) ?? {}, { opportunity: 123_456 })
    expect(await sendMessage(frame, { command: 'reloadData', json: '{}', wait: ANSWER_TIMEOUT_MS })).toBe('')
    await expect(page.getByText('123,456')).toBeVisible()
    expect(portal.app.opened).toHaveLength(1)
  })

  test('ignores a command that another placement has', async ({ open }) => {
    const frame = await openAppPage(await open())
    expect(await sendMessage(frame, { command: 'reloadData', json: '{}' })).toBe(NO_ANSWER)
  })

  // api-reference/widgets/ui-interaction/bx24-placement-bind-event.md
  test('sends each event to its subscriber, again and again, without confirming the subscription', async ({
    open,
    page,
  }) => {
    const portal = await open({ registration: { placements: ['CALL_CARD'] } })
    const frame = await openByHand(portal, page, { placement: 'CALL_CARD' })
    const received = frame.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const texts: string[] = []
          window.addEventListener('message', ({ data }) => {
            if (String(data).startsWith('wish:') && texts.push(data) === 2) resolve(texts)
          })
          const [host = '', , sid] = window.name.split('|')
          for (const event of ['CallCard::CallStateChanged', 'CallCard::Unheard']) {
            window.parent.postMessage(`placementBindEvent:{"event":"${event}"}:wish:${sid}`, `http://${host}`)
          }
        }),
    )
    // Commands run in turn: this one is answered after the subscription was stored.
    expect(await ask(frame, 'getInterface')).toMatchObject({
      event: expect.arrayContaining(['CallCard::CallStateChanged']),
    })
    await page.evaluate(() => window.portalFire?.('CallCard::Unheard', {}))
    expect(await page.evaluate(() => window.portalFire?.('CallCard::CallStateChanged', 'idle'))).toBe(1)
    await page.evaluate(() => window.portalFire?.('CallCard::CallStateChanged', 'connected'))
    expect(await received).toEqual(['wish:"idle"', 'wish:"connected"'])
  })

  // api-reference/widgets/user-field/index.md
  test('keeps the value of a custom field', async ({ open, page }) => {
    const portal = await open({ registration: { placements: ['USERFIELD_TYPE'] } })
    const frame = await openByHand(portal, page, { placement: 'USERFIELD_TYPE', options: '{"VALUE":"old"}' })
    expect(await ask(frame, 'getValue')).toBe('old')
    await ask(frame, 'setValue', 't:est')
    expect(await ask(frame, 'getValue')).toBe('t:est')
  })

  // sdk/b24jssdk/iframe-messenger-textarea.md
  test('of a chat reads and writes its text by object messages, each under its request id', async ({ open, page }) => {
    const portal = await open({ registration: { placements: ['IM_TEXTAREA'] } })
    const frame = await openByHand(portal, page, { placement: 'IM_TEXTAREA' })
    const answers = await frame.evaluate(async (timeoutMs) => {
      const [host = '', , appSid] = window.name.split('|')
      const send = (method: string, params: unknown, requestId: string) =>
        new Promise((resolve) => {
          const onMessage = ({ data }: MessageEvent) => {
            if (!String(data).startsWith(`${requestId}:`)) return
            window.removeEventListener('message', onMessage)
            resolve(data)
          }
          window.addEventListener('message', onMessage)
          setTimeout(() => resolve('no-answer'), requestId ? timeoutMs : 300)
          window.parent.postMessage({ method, params, callback: requestId, appSid, requestId }, `http://${host}`)
        })
      return [
        await send('im:setImTextareaContent', { text: 'Hello' }, 'R1'),
        await send('im:setImTextareaContent', { text: 'there', withNewLine: true }, 'R2'),
        await send('im:getImTextareaContent', '', 'R3'),
        await send('im:getImTextareaContent', '', ''),
      ]
    }, ANSWER_TIMEOUT_MS)
    expect(answers).toEqual([
      'R1:{"requestId":"R1","success":true}',
      'R2:{"requestId":"R2","success":true}',
      'R3:{"requestId":"R3","text":"Hello\\nthere"}',
      NO_ANSWER,
    ])
  })
})
