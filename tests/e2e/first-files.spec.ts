import { appFrame, expect, test } from './portal-test'
import { OwnerTab } from './sections'

test('the texts are fetched before the portal has answered the first question', async ({ page, portal }) => {
  await portal.set({ language: 'ru' })
  await portal.setFaults([{ method: 'frame:getInitData', when: 'every', effect: { kind: 'silence' } }])
  const texts = page.waitForResponse(/\/assets\/ru-[\w-]+\.js$/)
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await texts
})

test('where the code of changes does not arrive the page shows its orders, and says what is missing', async ({
  page,
  portal,
}) => {
  portal.expectedErrors.push('net::ERR_FAILED', 'dynamically imported module')
  await page.route(/\/assets\/change-[\w-]+\.js$/, (route) => route.abort())
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  await expect(tab.frame.getByText('2 orders')).toBeVisible()
  const note = tab.frame.getByRole('alert').filter({ hasText: 'A part of the app could not be loaded.' })
  await expect(note).toBeVisible()
  expect(await note.evaluate((element) => element.outerHTML)).not.toContain('/assets/')
})

for (const name of ['index', 'connect', 'start-app', 'shared'])
  test(`where ${name} does not arrive, the page says so`, async ({ page, portal }) => {
    portal.expectedErrors.push('net::ERR_FAILED', 'dynamically imported module')
    await page.route(new RegExp(`/assets/${name}-[\\w-]+\\.js$`), (route) => route.abort())
    await page.goto(`${portal.url}/marketplace/app/1/`)
    await expect(appFrame(page).getByRole('alert')).toHaveText(/^A file of the app could not be loaded\./)
  })

test('a mistake of somebody else’s script at the start is no file that is missing', async ({ page, portal }) => {
  portal.expectedErrors.push('not ours')
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      setTimeout(() => {
        throw new Error('not ours')
      })
      void Promise.reject(new Error('not ours'))
    })
  })
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await expect(appFrame(page).locator('tr[data-row]').first()).toBeVisible()
})

test('the files of the first screen ask to be compiled as a whole, and in their first line', async ({
  page,
  portal,
}) => {
  const isOfFirstScreen = /\/assets\/(?:index|connect|shared|OwnerTab)-[\w-]+\.js$/
  const texts: Promise<string>[] = []
  page.on('response', (response) => isOfFirstScreen.test(response.url()) && texts.push(response.text()))
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  await expect(tab.frame.getByText('2 orders')).toBeVisible()
  const firstLines = (await Promise.all(texts)).map((text) => text.split('\n')[0])
  expect(firstLines).toEqual(Array<string>(4).fill('//# allFunctionsCalledOnLoad'))
})
