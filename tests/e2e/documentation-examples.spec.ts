import type { Example } from '@tests/fixtures/documentation'
import { ADD, arrangeExample, DELETE, GET_FIELDS, LIST, OWNER_TYPES } from '@tests/fixtures/documentation'
import { expect, test } from '@tests/fixtures/foreign-test'

const WAYS = { 'JS (TS)': '/example-module/', 'JS (UMD)': '/example-umd/' }

/** The handler that makes the page's call. The browser examples of lists say where to start, the command lines do not. */
function toPage(path: string, { method, params, isOldCall }: Example): string {
  const sent = method.endsWith('.list') ? { ...params, start: 0 } : params
  return `${path}?${new URLSearchParams({ method, params: JSON.stringify(sent), ...(isOldCall && { old: 'Y' }) })}`
}

for (const [way, path] of Object.entries(WAYS)) {
  test.describe(`the documentation's ${way} in a frame`, () => {
    for (const example of [OWNER_TYPES, ADD, DELETE, GET_FIELDS, LIST]) {
      test(`${example.method} answers as ${example.page.split('/').at(-1)} shows`, async ({ open }) => {
        const portal = await open({ page: toPage(path, example) })
        arrangeExample(portal.portal, example)
        await portal.goto('/marketplace/app/1/')
        const frame = await portal.frame()
        await expect(frame.locator('#app')).not.toHaveText('silent')
        expect(JSON.parse(await frame.locator('#app').innerText())).toEqual(example.answer.result)
      })
    }
  })
}
