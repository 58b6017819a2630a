import { test } from './portal-test'

test('the texts are fetched before the portal has answered the first question', async ({ page, portal }) => {
  await portal.set({ language: 'ru' })
  await portal.setFaults([{ method: 'frame:getInitData', when: 'every', effect: { kind: 'silence' } }])
  const texts = page.waitForResponse(/\/assets\/ru-[\w-]+\.js$/)
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await texts
})
