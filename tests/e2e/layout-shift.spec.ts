import type { Frame, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { holdBack } from './hold-back'
import { appFrame, expect, test } from './portal-test'

/** Of the sum of all moves on a page: what Google calls good is 0.1. */
const LIMIT = 0.02
/** Each answer comes when what stands for it has been on the screen for a while, in milliseconds. */
const ANSWERS_AFTER = 300

/** What the browser says of things that moved without anybody's doing, as a script in every frame notes it. */
interface Shift {
  value: number
  what: string[]
}

const WATCH = `
  window.shifts = []
  const nameOf = ({ node }) => (node?.className || node?.parentElement?.className || '?') + ': ' + node?.textContent?.trim().slice(0, 40)
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) window.shifts.push({ value, what: sources.map(nameOf) })
  }).observe({ type: 'layout-shift', buffered: true })
`

async function openSlowly(page: Page, url: string, typesAfter = ANSWERS_AFTER): Promise<Frame> {
  await page.addInitScript(WATCH)
  await page.route('**/rest/**', async (route) => {
    const isOfTypes = route.request().url().includes('getorderownertypes')
    await new Promise((resolve) => setTimeout(resolve, isOfTypes ? typesAfter : ANSWERS_AFTER))
    await route.continue()
  })
  await page.goto(url)
  await appFrame(page).getByRole('main').waitFor()
  const frame = page.frames().find((one) => one.name().includes('|'))
  if (!frame) throw new Error('The app has no frame.')
  return frame
}

/** What the page shows last is there, and has been painted. */
async function readShifts(frame: Frame): Promise<Shift[]> {
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  return frame.evaluate<Shift[]>('window.shifts')
}

function expectCalm(shifts: readonly Shift[]): void {
  const sum = shifts.reduce((total, { value }) => total + value, 0)
  expect(sum, JSON.stringify(shifts, undefined, 1)).toBeLessThanOrEqual(LIMIT)
}

/** What is said while something is being read. */
const STAND_INS = /^(Reading|Searching|Opening|Loading|Читаем|Ищем|Открываем|Узнаём|Загружаем)/

/** Width, language, and when the types' own request is answered: what they are called may come before or after everything else. */
const LOOKS = [
  [1280, 'en', ANSWERS_AFTER],
  [1280, 'ru', ANSWERS_AFTER],
  [700, 'ru', 3 * ANSWERS_AFTER],
  [360, 'en', ANSWERS_AFTER],
  [360, 'en', 3 * ANSWERS_AFTER],
] as const

const PAGES = {
  'the app page': () => '/marketplace/app/1/',
  'a deal with 55 orders': ({ samples }) =>
    `/crm/deal/details/${samples.dealWithManyOrders?.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`,
  'an order with an owner': ({ samples }) => `/shop/orders/details/${samples.move?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`,
  'an order without one': ({ samples }) => `/shop/orders/details/${samples.unbound?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`,
} satisfies Record<string, (portal: TestPortal) => string>

for (const [name, path] of Object.entries(PAGES))
  for (const [width, language, typesAfter] of LOOKS)
    test(`nothing on ${name} moves while it fills, ${width} px, ${language}, types after ${typesAfter} ms`, async ({
      page,
      portal,
    }) => {
      const { samples } = await portal.reset({ mode: 'with-orders', language })
      await page.setViewportSize({ width, height: 800 })
      const areTyped = page.waitForResponse((response) => response.url().includes('getorderownertypes'))
      const frame = await openSlowly(page, portal.url + path({ ...portal, samples }), typesAfter)
      await expect(frame.locator('tr[data-row], article h2').first()).toBeVisible()
      await areTyped
      await expect(frame.getByText(STAND_INS)).toHaveCount(0)
      await expect(frame.locator('[aria-busy=true]')).toHaveCount(0)
      expectCalm(await readShifts(frame))
    })

/** What comes so long after a click is no part of it any more: the browser says so for half a second. In milliseconds. */
const LATE = 600

for (const [width, name] of [
  [1280, 'the app page'],
  [1280, 'a deal with 55 orders'],
  [360, 'the app page'],
] as const)
  test(`a row unfolds once, however late what it shows arrives, ${width} px, ${name}`, async ({ page, portal }) => {
    const { samples } = await portal.reset({ mode: 'with-orders' })
    await page.setViewportSize({ width, height: 800 })
    const frame = await openSlowly(page, portal.url + PAGES[name]({ ...portal, samples }))
    const busy = frame.locator('[aria-busy=true]')
    await expect(frame.locator('tr[data-row]').first()).toBeVisible()
    await expect(busy).toHaveCount(0)
    await expect(frame.getByText(STAND_INS)).toHaveCount(0)
    const late = [await holdBack(page, '**/rest/**'), await holdBack(page, '**/assets/*.js')]
    const contents = frame.getByRole('group', { name: /consists of/ })
    await frame.locator('tr[data-row] button[aria-expanded]').first().click()
    await expect(busy).toBeVisible()
    await expect(contents).toHaveCount(0)
    // What moves here is the click's own doing.
    await readShifts(frame)
    await frame.evaluate('window.shifts.length = 0')
    await page.waitForTimeout(LATE)
    for (const { letPass } of late) letPass()
    await expect(contents).toBeVisible()
    await expect(busy).toHaveCount(0)
    expectCalm(await readShifts(frame))
  })
