import { holdBack } from './hold-back'
import { appFrame, expect, test } from './portal-test'

const ADD = '/rest/1/adminsecret/crm.orderentity.add'

test('a fault set by hand strikes, is counted, and is taken away', async ({ page, portal }) => {
  await page.goto(`${portal.url}/crm/deal/list/`)
  await page.getByRole('button', { name: 'Developer panel' }).click()
  await page.getByLabel('Effect').selectOption('OVERLOAD_LIMIT')
  await page.getByRole('button', { name: 'Add fault' }).click()
  const faults = page.getByRole('list', { name: 'Active faults' })
  await expect(faults.getByText('crm.orderentity.add → OVERLOAD_LIMIT, every call, matched 0')).toBeVisible()

  const struck = await fetch(portal.url + ADD)
  expect([struck.status, await struck.json()]).toMatchObject([503, { error: 'OVERLOAD_LIMIT' }])
  await expect(faults.getByText('matched 1')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Calls and messages' }).getByText('OVERLOAD_LIMIT')).toBeVisible()

  await page.getByRole('button', { name: 'Remove fault of crm.orderentity.add' }).click()
  await expect(faults.getByRole('listitem')).toHaveCount(0)
  expect((await fetch(portal.url + ADD)).status).toBe(400)
})

test('the log shows each call once, also where the portal answers slower than the panel asks', async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.url}/crm/deal/list/`)
  await page.clock.install()
  const calls = await holdBack(page, '**/__portal__/calls?*')
  await page.getByRole('button', { name: 'Developer panel' }).click()
  await fetch(`${portal.url}/rest/1/adminsecret/profile`)
  await page.clock.runFor(10_000)
  const log = page.getByRole('list', { name: 'Calls and messages' })
  calls.letPass()
  await expect(log.getByText('profile')).toBeVisible()
  await fetch(`${portal.url}/rest/1/adminsecret/server.time`)
  await page.clock.runFor(10_000)
  await expect(log.getByText('server.time')).toBeVisible()
  await expect(log.getByRole('listitem')).toHaveCount(2)
})

test('the log begins anew after a reset', async ({ page, portal }) => {
  await page.goto(`${portal.url}/crm/deal/list/`)
  await page.getByRole('button', { name: 'Developer panel' }).click()
  const log = page.getByRole('list', { name: 'Calls and messages' })
  await fetch(`${portal.url}/rest/1/adminsecret/profile`)
  await expect(log.getByText('profile')).toBeVisible()

  await page.route('**/__portal__/calls?*', (route) => route.abort())
  await portal.reset()
  await fetch(`${portal.url}/rest/1/adminsecret/scope`)
  await page.unroute('**/__portal__/calls?*')
  await expect(log.getByText('scope')).toBeVisible()
  await expect(log.getByRole('listitem')).toHaveCount(1)
})

test('an app whose first message is not answered says that the portal does not answer', async ({ page, portal }) => {
  await page.clock.install()
  await portal.setFaults([{ method: 'frame:getInitData', when: 'every', effect: { kind: 'wrong-origin' } }])
  portal.expectedErrors.push("target origin provided ('https://elsewhere.invalid')")
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await expect.poll(async () => (await portal.readCalls()).some(({ method }) => method === 'getInitData')).toBe(true)
  await page.clock.runFor(60_000)
  await expect(appFrame(page).getByRole('heading', { name: /does not answer|not answer/i })).toBeVisible()
})
