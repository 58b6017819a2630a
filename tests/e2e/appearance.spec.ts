import type { Locator, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { orderSearchBox, ownersOf } from './sections'
import { findViolations } from './violations'

/** A page of the app in a state to look at. */
interface AppView {
  name: string
  open(page: Page, portal: TestPortal): Promise<void>
}

const dealTab = async (page: Page, portal: TestPortal) => {
  await page.goto(`${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`)
  await appFrame(page).locator('tr[data-row]').first().waitFor()
}

/** All of the list is in sight: its bar stands below it and covers nothing. */
async function tickOrders(page: Page, portal: TestPortal): Promise<void> {
  await dealTab(page, portal)
  const boxes = appFrame(page).getByRole('checkbox', { name: /^(Select order|Выбрать заказ)/ })
  await boxes.nth(0).click()
  await boxes.nth(1).click()
  await appFrame(page)
    .getByRole('region', { name: /^(Selected orders|Выбранные заказы)/ })
    .waitFor()
}

const VIEWS: AppView[] = [
  { name: 'deal tab', open: dealTab },
  {
    name: 'question',
    async open(page, portal) {
      await dealTab(page, portal)
      const frame = appFrame(page)
      await frame
        .getByRole('button', { name: /Bring an order here|сюда/ })
        .first()
        .click()
      await orderSearchBox(frame).fill(String(1000 + (portal.samples.move?.orderId ?? 0)))
      await frame
        .getByRole('button', { name: /^(Bring|Перенести сюда) .*1003/ })
        .first()
        .click()
      await frame.getByRole('group', { name: /\?$/ }).waitFor()
    },
  },
  {
    name: 'question before an order loses its owner',
    async open(page, portal) {
      await dealTab(page, portal)
      const frame = appFrame(page)
      await frame
        .getByRole('button', { name: /^(Detach|Unbind) order|^Отвязать заказ/ })
        .first()
        .click()
      await frame.getByRole('group', { name: /\?$/ }).waitFor()
    },
  },
  {
    name: 'app page with an owner being chosen',
    async open(page, portal) {
      await page.goto(`${portal.url}/marketplace/app/1/`)
      const frame = appFrame(page)
      await frame
        .getByRole('button', { name: /^Move order|^Перенести заказ/ })
        .first()
        .click()
      await ownersOf(frame).first().waitFor()
    },
  },
  {
    name: 'app page with an order that was found by its id',
    open: (page, portal) => search(page, portal, '10'),
  },
  {
    name: "app page with a customer's orders",
    open: (page, portal) => search(page, portal, 'lindqvar'),
  },
]

const OTHER_VIEWS: AppView[] = [
  {
    name: 'suggested orders',
    async open(page, portal) {
      await dealTab(page, portal)
      const frame = appFrame(page)
      await frame.getByRole('button', { name: /^(Bring an order here|Перенести сюда заказ)/ }).click()
      await frame
        .getByText(/^(Same customer|Того же клиента|Recent|Недавние)$/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'an open filter',
    async open(page, portal) {
      await page.goto(`${portal.url}/marketplace/app/1/`)
      await appFrame(page)
        .getByRole('combobox', { name: /^(Status|Статус)$/ })
        .click()
      await appFrame(page).getByRole('option').first().waitFor()
    },
  },
  {
    name: 'the search for orders without an owner',
    async open(page, portal) {
      await page.goto(`${portal.url}/marketplace/app/1/`)
      await appFrame(page)
        .getByRole('combobox', { name: /^(Belongs to|К чему привязан)/ })
        .click()
      await appFrame(page)
        .getByRole('option', { name: /^(Without a deal|Без сделки)/ })
        .click()
      await appFrame(page)
        .getByText(/order looked at|orders looked at|Просмотрены все/)
        .first()
        .waitFor()
    },
  },
  { name: 'ticked orders', open: tickOrders },
  {
    name: 'the choice for ticked orders',
    async open(page, portal) {
      await tickOrders(page, portal)
      await appFrame(page)
        .getByRole('button', { name: /^(Move the 2|Перенести 2)/ })
        .click()
      await appFrame(page)
        .getByRole('radio', { name: /^(Each|Каждый)/ })
        .click()
      await appFrame(page)
        .getByText(/has a suggestion|have a suggestion|suggestion$|Подсказка есть|подсказки нет$/)
        .first()
        .waitFor()
    },
  },
  { name: 'settings', open: (page, portal) => openSection(page, portal, /^(Settings|Настройки)/) },
  { name: 'health', open: (page, portal) => openSection(page, portal, /^(Health|Состояние)/) },
  { name: 'journal', open: (page, portal) => openSection(page, portal, /^(Journal|Журнал)/) },
]

async function openSection(page: Page, portal: TestPortal, name: RegExp): Promise<void> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await appFrame(page).getByRole('button', { name }).click()
  await appFrame(page).getByRole('heading', { level: 1, name }).waitFor()
  // A request of a frame that has gone never ends for whoever counts them.
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined)
  await expect(appFrame(page).locator('main [aria-busy=true]')).toHaveCount(0)
}

async function search(page: Page, portal: TestPortal, text: string): Promise<void> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await orderSearchBox(appFrame(page)).fill(text)
  await appFrame(page).locator('tr[data-row] mark').first().waitFor()
}

/** A message key that reached the screen instead of its text. */
const RAW_KEY = /\b(search|binding|undo|pages|owner|order|common|failure|ownerSearch|orderSearch|ownerTypes)\.[a-z]+/

/** By how many pixels the app is wider than its frame. */
function readOverflow(page: Page): Promise<number> {
  return appFrame(page)
    .locator('html')
    .evaluate((html) => html.scrollWidth - html.clientWidth)
}

const THEMES = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'ru' },
] as const

for (const { theme, language } of THEMES) {
  test.describe(`${theme}, ${language}`, () => {
    test.use({ colorScheme: theme })
    test.beforeEach(({ portal }) => portal.reset({ theme, language }))

    for (const view of [...VIEWS, ...OTHER_VIEWS]) {
      test(`${view.name} is accessible and translated`, async ({ page, portal }) => {
        await view.open(page, portal)
        expect(await findViolations(page)).toEqual([])
        const text = await appFrame(page).locator('body').innerText()
        expect(text).not.toMatch(RAW_KEY)
        expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid Date/)
      })
    }

    for (const view of VIEWS) {
      test(`${view.name} fits 360 to 1640 pixels`, async ({ page, portal }) => {
        await view.open(page, portal)
        for (const width of [360, 480, 1640]) {
          await page.setViewportSize({ width, height: 900 })
          await expect.poll(() => readOverflow(page), `${width} pixels`).toBeLessThanOrEqual(0)
        }
      })
    }
  })
}

test('the whole way is walked with the keyboard alone', async ({ page, portal }) => {
  await dealTab(page, portal)
  const frame = appFrame(page)
  const press = (...keys: string[]) =>
    keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  // Not toBeFocused: it also wants the window to be in front, which two browsers at a time cannot be.
  const hasFocus = (place: Locator) => place.evaluate((one) => one === document.activeElement)
  const tabTo = async (button: Locator) => {
    for (let tabs = 0; tabs < 20 && !(await hasFocus(button)); tabs += 1) await press('Tab')
  }
  await frame.getByRole('heading', { level: 1 }).click()
  await tabTo(frame.getByRole('button', { name: 'Bring an order here' }))
  await press('Enter')
  await expect.poll(() => hasFocus(orderSearchBox(frame))).toBe(true)
  await page.keyboard.type('1003')
  const bring = frame.getByRole('button', { name: 'Bring order 1003 here' })
  // The order stands among the suggestions, too, until the search has been answered.
  await expect(frame.getByRole('region', { name: 'Bring an order here' }).locator('tr[data-row]')).toHaveCount(1)
  await tabTo(bring)
  await press('Enter')
  const move = frame.getByRole('button', { name: 'Move', exact: true })
  await expect(move).toBeVisible()
  await press('Escape')
  await expect(move).toHaveCount(0)
  await expect.poll(() => hasFocus(bring)).toBe(true)
  await press('Enter')
  await expect.poll(() => hasFocus(frame.getByRole('button', { name: 'Cancel' }))).toBe(true)
  await press('Tab')
  expect(await hasFocus(move)).toBe(true)
  await press('Enter')
  await expect(frame.getByText(/Moved from/).first()).toBeVisible()
})

test('the frame grows and shrinks with the page', async ({ page, portal }) => {
  await dealTab(page, portal)
  const frame = appFrame(page)
  const height = () => page.locator('iframe[name*="|"]').evaluate((iframe) => iframe.getBoundingClientRect().height)
  await frame.getByRole('button', { name: 'Bring an order here' }).click()
  await expect(frame.locator('tr[data-row]').nth(8)).toBeVisible()
  await expect.poll(height).toBeGreaterThan(1000)
  await frame.getByRole('button', { name: 'Close the search' }).click()
  await expect.poll(height).toBeLessThan(700)
})
