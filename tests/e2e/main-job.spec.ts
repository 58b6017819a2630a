import type { PortalMode } from '@emulator/portal/portal-settings'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { OwnerTab, answerQuestion, chooseOwner, countClicks, orderSearchBox, press, resultOf } from './sections'

const MODES: PortalMode[] = ['deals-only', 'with-orders']

function dealUrl(portal: TestPortal, sample: string): string {
  return `${portal.url}/crm/deal/details/${portal.samples[sample]?.ownerId}/`
}

/** The number that people use for the order of a sample: the sample portal counts from 1000. */
function numberOf(portal: TestPortal, sample: string): string {
  return String(1000 + (portal.samples[sample]?.orderId ?? 0))
}

async function storedOwner(portal: TestPortal, sample: string): Promise<number | undefined> {
  const { bindings } = await portal.readState()
  return bindings.find(({ orderId }) => orderId === portal.samples[sample]?.orderId)?.ownerId
}

for (const mode of MODES) {
  test.describe(`in ${mode} mode`, () => {
    test.beforeEach(({ portal }) => portal.set({ mode }))

    test('an administrator brings an order from its twin deal, sees it on both deals, and undoes it', async ({
      page,
      portal,
    }) => {
      const number = numberOf(portal, 'move')
      const tab = await OwnerTab.open(page, dealUrl(portal, 'moveTarget'))
      await expect(tab.frame.getByText('2 orders')).toBeVisible()
      const readClicks = await countClicks(page)

      const search = await tab.searchOrder(number)
      await press(tab.frame, search.getByRole('button', { name: `Bring order ${number} here` }))
      const question = search.getByRole('group', { name: `Move order ${number} to Fitting out the new head office?` })
      await expect(question).toContainText(`Order No. ${number}`)
      await expect(question).toContainText('1 payment, 1 shipment')
      expect(await storedOwner(portal, 'move')).toBe(portal.samples.move?.ownerId)

      await answerQuestion(tab.frame, 'Move')
      await expect(tab.result(number)).toContainText('Moved from')
      expect(await readClicks()).toBeLessThanOrEqual(4)
      await expect(tab.order(number)).toBeVisible()
      expect(await storedOwner(portal, 'move')).toBe(portal.samples.moveTarget?.ownerId)

      await press(tab.frame, tab.frame.getByRole('button', { name: /^Undo/ }))
      await expect(tab.order(number)).toContainText('Moved to')
      expect(await storedOwner(portal, 'move')).toBe(portal.samples.move?.ownerId)

      const twin = await OwnerTab.open(page, dealUrl(portal, 'move'))
      await expect(twin.order(number)).toBeVisible()
    })

    test('the twin deal has lost the order that was moved away', async ({ page, portal }) => {
      const number = numberOf(portal, 'move')
      const twin = await OwnerTab.open(page, dealUrl(portal, 'move'))
      await twin.frame.getByRole('button', { name: `Move order ${number} to another` }).click()
      await chooseOwner(twin.frame, 'Fitting out the new head office')
      await answerQuestion(twin.frame, 'Move')
      await expect(twin.result(number)).toContainText('Moved from')
      expect(await storedOwner(portal, 'move')).toBe(portal.samples.moveTarget?.ownerId)

      const again = await OwnerTab.open(page, dealUrl(portal, 'move'))
      await expect(again.frame.getByText(/no orders/i).first()).toBeVisible()
    })

    test('the app page moves an order in three clicks', async ({ page, portal }) => {
      const number = numberOf(portal, 'move')
      await page.goto(`${portal.url}/marketplace/app/1/`)
      const frame = appFrame(page)
      await orderSearchBox(frame).fill(number)
      await expect(frame.getByText('1 order shown')).toBeVisible()
      const readClicks = await countClicks(page)

      await press(frame, frame.getByRole('button', { name: /^Move order/ }))
      await expect(frame.getByRole('combobox', { name: /title, ID or customer/ })).toBeFocused()
      await chooseOwner(frame, 'Fitting out the new head office')
      await answerQuestion(frame, 'Move')
      await expect(resultOf(frame, number)).toContainText('Moved from')
      expect(await readClicks()).toBe(3)

      const sent = (await portal.readCalls()).flatMap((call) => call.commands ?? [])
      const add = sent.find((command) => command.method === 'crm.orderentity.add' && !command.error)
      expect(add?.params).toMatchObject({
        fields: { ownerTypeId: '2', ownerId: String(portal.samples.moveTarget?.ownerId) },
      })

      await press(frame, frame.getByRole('button', { name: /^Undo/ }))
      await expect.poll(() => storedOwner(portal, 'move')).toBe(portal.samples.move?.ownerId)
    })
  })
}

test.describe('on the order tab', () => {
  test.beforeEach(({ portal }) => portal.set({ mode: 'with-orders' }))

  test('an administrator moves the order to another deal and undoes it', async ({ page, portal }) => {
    await page.goto(`${portal.url}/shop/orders/details/${portal.samples.move?.orderId}/`)
    await page.getByRole('tab', { name: 'Owner' }).click()
    const frame = appFrame(page)
    await expect(frame.getByRole('link', { name: /Order No\./ })).toBeVisible()
    const readClicks = await countClicks(page)
    await frame.getByRole('button', { name: /^Move order/ }).click()
    await expect(frame.getByRole('combobox')).toBeFocused()
    await chooseOwner(frame, 'Fitting out the new head office')
    await answerQuestion(frame, 'Move')
    await expect(frame.getByText(/Moved from/).first()).toBeVisible()
    expect(await readClicks()).toBe(3)
    await press(frame, frame.getByRole('button', { name: /^Undo/ }))
    await expect.poll(() => storedOwner(portal, 'move')).toBe(portal.samples.move?.ownerId)
  })

  test('a free order is bound with one click on its owner', async ({ page, portal }) => {
    await page.goto(`${portal.url}/shop/orders/details/${portal.samples.unbound?.orderId}/`)
    await page.getByRole('tab', { name: 'Owner' }).click()
    const frame = appFrame(page)
    await chooseOwner(frame, 'Fitting out the new head office')
    await expect(frame.getByText(/Bound to/).first()).toBeVisible()
    expect(await storedOwner(portal, 'unbound')).toBe(portal.samples.moveTarget?.ownerId)
  })
})

test('the tab works in a card that a side panel shows over the deal list', async ({ page, portal }) => {
  await page.goto(`${portal.url}/crm/deal/list/`)
  const deal = page.getByRole('link', { name: /^Order No\. / }).first()
  const number = (await deal.innerText()).replace(/\D/g, '')
  await deal.click()
  const card = page.frameLocator('iframe[src*="IFRAME=Y"]')
  await card.getByRole('tab', { name: 'Orders' }).click()
  const frame = card.frameLocator('iframe[name*="|"]')
  await expect(frame.getByText('1 order', { exact: false }).first()).toBeVisible()
  await expect(frame.getByRole('row', { name: `Order ${number}` })).toBeVisible()
})

test('an order is unbound after a question that says where it will be seen', async ({ page, portal }) => {
  const number = numberOf(portal, 'move')
  const tab = await OwnerTab.open(page, dealUrl(portal, 'move'))
  await tab.frame.getByRole('button', { name: `Detach order ${number}` }).click()
  await expect(tab.frame.getByText(/you will find this order only here/)).toBeVisible()
  await answerQuestion(tab.frame, 'Detach')
  await expect(tab.result(number)).toContainText('Detached from')
  expect(await storedOwner(portal, 'move')).toBeUndefined()
})

test('a page whose type the portal does not list lets orders go and offers none', async ({ page, portal }) => {
  const tab = await OwnerTab.open(page, `${portal.url}/crm/type/31/details/${portal.samples.invoiceOrder?.ownerId}/`)
  const number = numberOf(portal, 'invoiceOrder')
  await expect(tab.frame.getByRole('button', { name: `Move order ${number} to another` })).toBeVisible()
  await expect(tab.frame.getByRole('button', { name: 'Bring an order here' })).toHaveCount(0)
  await expect(tab.frame.getByText(/does not list/)).toBeVisible()
})

test('the frame is opened by GET as well, as a static application is', async ({ page, portal }) => {
  const opened = page.waitForRequest((request) => request.url().startsWith(portal.appUrl))
  const tab = await OwnerTab.open(page, `${dealUrl(portal, 'moveTarget')}?mode=static`)
  expect((await opened).method()).toBe('GET')
  await expect(tab.frame.getByText('2 orders')).toBeVisible()
})
