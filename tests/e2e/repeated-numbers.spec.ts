import { appFrame, expect, test } from './portal-test'
import { orderSearchBox, resultOf } from './sections'

test('of two orders with one number, the one that was meant moves, and the end says which', async ({
  page,
  portal,
  server,
}) => {
  const moved = portal.samples.move?.orderId ?? 0
  const target = portal.samples.moveTarget?.ownerId
  const other = 197
  for (const id of [moved, other]) Object.assign(server.portal.data.orders.get(id) ?? {}, { accountNumber: '100500' })
  const ownerOf = async (orderId: number) =>
    (await portal.readState()).bindings.find((binding) => binding.orderId === orderId)?.ownerId
  const before = await ownerOf(other)

  await page.goto(`${portal.url}/crm/deal/details/${target}/?tab=CRM_DEAL_DETAIL_TAB`)
  const frame = appFrame(page)
  await frame.getByRole('button', { name: 'Bring an order here' }).click()
  await orderSearchBox(frame).fill('100500')
  const offers = frame.getByRole('button', { name: /^Bring order 100500/ })
  await expect(offers).toHaveCount(2)
  const names = await offers.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
  expect(names.toSorted()).toEqual([`Bring order 100500 (ID ${other}) here`, `Bring order 100500 (ID ${moved}) here`])

  await frame.getByRole('button', { name: `Bring order 100500 (ID ${moved}) here` }).click()
  const question = frame.getByRole('group', {
    name: `Move order 100500 (ID ${moved}) to Fitting out the new head office?`,
  })
  await question.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(resultOf(frame, `100500 (ID ${moved})`)).toContainText('Moved from')
  expect(await ownerOf(moved)).toBe(target)
  expect(await ownerOf(other)).toBe(before)
  await frame.getByRole('button', { name: `Undo: put order 100500 (ID ${moved}) back as it was` }).click()
  await expect(resultOf(frame, `100500 (ID ${moved})`)).toContainText('Put back')
})
