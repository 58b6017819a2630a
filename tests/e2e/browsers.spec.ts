import type { Page } from '@playwright/test'
import { appFrame, expect, test } from './portal-test'

/** Takes away what a browser older than those that the app supports does not have. */
const OLDER: [name: string, remove: () => void][] = [
  ['Chrome before 110', () => Reflect.deleteProperty(Array.prototype, 'toSorted')],
  ['Chrome before 111', () => void (CSS.supports = (...rule: string[]) => !rule.join().includes('color-mix'))],
  ['Firefox before 128, Safari before 16.4', () => Reflect.deleteProperty(window, 'CSSPropertyRule')],
  ['a browser without CSS.supports', () => Reflect.deleteProperty(window, 'CSS')],
]

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/marketplace/app/1/`)
}

for (const [name, remove] of OLDER) {
  test(`is told to update: ${name}`, async ({ page, portal }) => {
    await page.addInitScript(remove)
    await open(page, portal.url)
    const notice = appFrame(page).getByRole('alert')
    await expect(notice).toContainText('This browser is too old for Order Binder. Please update it')
    await expect(appFrame(page).locator('body')).toHaveText(await notice.innerText())
    expect((await portal.readCalls()).filter(({ from }) => from === 'app')).toEqual([])
  })
}

test.describe('a browser in Russian', () => {
  test.use({ locale: 'ru-RU' })

  test('is told to update in Russian', async ({ page, portal }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toSorted'))
    await open(page, portal.url)
    await expect(appFrame(page).getByRole('alert')).toContainText('Приложение не работает в таком старом браузере.')
  })
})

test('a portal on plain http: the app lists orders without what browsers keep for https', async ({ page, portal }) => {
  await page.addInitScript(() => {
    for (const name of ['randomUUID', 'subtle']) Reflect.deleteProperty(Crypto.prototype, name)
    for (const name of ['clipboard', 'locks', 'serviceWorker', 'storage'])
      Reflect.deleteProperty(Navigator.prototype, name)
    for (const name of ['caches', 'cookieStore']) Reflect.deleteProperty(window, name)
  })
  await open(page, portal.url)
  const frame = appFrame(page)
  await expect(frame.getByRole('button', { name: /^(Move order|Choose an owner)/ }).first()).toBeVisible()
  expect(await frame.locator('html').evaluate(() => 'randomUUID' in crypto)).toBe(false)
})
