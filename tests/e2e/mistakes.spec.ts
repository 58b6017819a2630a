import type { Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'

const SENTENCE = /something in the app went wrong/i
const SECRET = 'Nora Holm'

async function openApp(page: Page, portal: TestPortal): Promise<void> {
  portal.expectedErrors.push(SECRET)
  await page.goto(`${portal.url}/marketplace/app/1/`)
}

/** The sentence with a code for support, without the value, and a page that can be loaded anew. */
async function expectSentence(page: Page): Promise<void> {
  const body = appFrame(page).locator('body')
  await expect(body).toContainText(SENTENCE)
  const details = body.getByRole('button', { name: 'Details' })
  // The screens of a start that failed show the code at once.
  if ((await details.count()) > 0) await details.first().click()
  await expect(body).toContainText(/TypeError( [\w.-]+\.js:\d+:\d+)?/)
  await expect(body).not.toContainText(SECRET)
}

test('a mistake while the rows are put together is said on the page', async ({ page, portal }) => {
  await page.addInitScript((text) => {
    const decode = Map.prototype.set
    // Fails in the middle of the app's own code, once the orders have come.
    Map.prototype.set = function set(key, value) {
      if (typeof value === 'object' && value !== null && 'number' in value) throw new TypeError(text)
      return decode.call(this, key, value)
    }
  }, SECRET)
  await openApp(page, portal)
  await expectSentence(page)
  await expect(appFrame(page).getByRole('button', { name: 'Reload' })).toBeVisible()
})

test('a mistake that nobody caught is said above the page, which stays', async ({ page, portal }) => {
  await openApp(page, portal)
  const frame = appFrame(page)
  const choose = frame.getByRole('button', { name: /^(Move order|Choose an owner)/ }).first()
  await choose.waitFor()
  await frame.locator('html').evaluate((_, text) => void Promise.reject(new TypeError(text)), SECRET)
  await expectSentence(page)
  await expect(choose).toBeVisible()
  await frame.getByRole('button', { name: 'Reload' }).click()
  await expect(frame.getByText(SENTENCE)).toHaveCount(0)
  await expect(choose).toBeVisible()
})

/** What the start needs, with a mistake in its first use. */
const BROKEN_STARTS: [name: string, breakIt: (text: string) => void][] = [
  [
    'before the portal was asked',
    (text) => {
      const works = window.matchMedia
      window.matchMedia = () => {
        window.matchMedia = works
        throw new TypeError(text)
      }
    },
  ],
  [
    'in the shell of the page',
    (text) => {
      window.ResizeObserver = class extends ResizeObserver {
        constructor(notice: ResizeObserverCallback) {
          super(notice)
          throw new TypeError(text)
        }
      }
    },
  ],
]

for (const [name, breakIt] of BROKEN_STARTS) {
  test(`a mistake at the start is said in place of the page: ${name}`, async ({ page, portal }) => {
    await page.addInitScript(breakIt, SECRET)
    await openApp(page, portal)
    await expectSentence(page)
    await expect(appFrame(page).getByRole('button', { name: 'Try again' })).toBeVisible()
  })
}
