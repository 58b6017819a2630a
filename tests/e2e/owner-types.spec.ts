import type { FrameLocator, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { answerQuestion, orderSearchBox, ownersOf, OwnerTab, press } from './sections'

/** Opens the choice of an owner for the order of the sample `move`, on the app page. */
async function openChoice(page: Page, portal: TestPortal): Promise<FrameLocator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await orderSearchBox(frame).fill(String(1000 + (portal.samples.move?.orderId ?? 0)))
  await expect(frame.getByText('1 order shown')).toBeAttached()
  await frame.getByRole('button', { name: /^(Move order|Choose an owner)/ }).click()
  return frame
}

test('a portal that lists no type says so, and offers nothing to choose', async ({ page, portal }) => {
  await portal.set({ ownerTypes: 'none' })
  const frame = await openChoice(page, portal)
  await expect(frame.getByText('The portal offers no owner types.')).toBeVisible()
  await expect(frame.getByRole('radio')).toHaveCount(0)
  await expect(frame.getByRole('combobox', { name: /title, ID or customer/ })).toHaveCount(0)
})

for (const { ownerTypes, type, id } of [
  { ownerTypes: 'deal+invoice', type: 'Invoice', id: 31 },
  { ownerTypes: 'deal+invoice+dynamic', type: 'Service contract', id: 1038 },
] as const) {
  test(`of ${ownerTypes}, an order is moved to the type ${id} and is offered first the next time`, async ({
    page,
    portal,
  }) => {
    await portal.set({ ownerTypes })
    const frame = await openChoice(page, portal)
    await frame.getByRole('button', { name: 'Deal: choose another type' }).click()
    await frame.getByRole('radio', { name: type }).click()
    await expect(frame.getByRole('columnheader', { name: type })).toBeVisible()
    await press(frame, ownersOf(frame).first())
    await answerQuestion(frame, 'Move')
    await expect(frame.getByText(/Moved from/).first()).toBeVisible()
    const { bindings } = await portal.readState()
    expect(bindings.find(({ orderId }) => orderId === portal.samples.move?.orderId)).toMatchObject({ ownerTypeId: id })

    const again = await openChoice(page, portal)
    await expect(again.getByRole('button', { name: `${type}: choose another type` })).toBeVisible()
  })
}

test('the card of a service contract has the tab, which speaks of service contracts', async ({
  page,
  portal,
  server,
}) => {
  const [id] = server.portal.data.items.get(1038)?.keys() ?? []
  await portal.set({ ownerTypes: 'deal+invoice+dynamic' })
  const tab = await OwnerTab.open(page, `${portal.url}/crm/type/1038/details/${id}/`)
  await expect(tab.frame.getByRole('heading', { level: 1 })).toHaveText('Orders in this Service contract')
})
