import type { TestPortal } from './portal-test'
import { expect, test } from './portal-test'
import { answerQuestion, OwnerTab, press } from './sections'

/** What somebody does to the portal beside this page. */
function call<Result>({ url }: TestPortal, method: string, params: object): Promise<Result> {
  const body = JSON.stringify(params)
  return fetch(`${url}/rest/1/adminsecret/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
    .then((response) => response.json())
    .then(({ result }: { result: Result }) => result)
}

function sampleOf({ samples }: TestPortal, name: string): { orderId: number; ownerId: number; number: string } {
  const { orderId = 0, ownerId = 0 } = samples[name] ?? {}
  return { orderId, ownerId, number: String(1000 + orderId) }
}

const ownerOf = async (portal: TestPortal, orderId: number) =>
  (await portal.readState()).bindings.find((binding) => binding.orderId === orderId)?.ownerId

const dealUrl = (portal: TestPortal, id: number) => `${portal.url}/crm/deal/details/${id}/`

/** Asks to bring an order to the deal whose tab is open. */
async function bring(tab: OwnerTab, number: string): Promise<void> {
  const search = await tab.searchOrder(number)
  await press(tab.frame, search.getByRole('button', { name: `Bring order ${number} here` }))
  await expect(tab.frame.getByRole('button', { name: 'Move', exact: true })).toBeVisible()
}

test('an owner that a colleague chose right before the write is named and put back', async ({ page, portal }) => {
  const { orderId, number } = sampleOf(portal, 'move')
  const theirs = sampleOf(portal, 'dealWithoutOrders').ownerId
  const target = sampleOf(portal, 'moveTarget').ownerId
  const tab = await OwnerTab.open(page, dealUrl(portal, target))
  await bring(tab, number)
  // The confirming reading is through, and the write is on its way, when the colleague acts.
  await page.route('**/rest/batch*', async (route) => {
    if (route.request().postData()?.includes('crm.orderentity.add')) {
      await portal.changeBinding({ orderId, ownerId: theirs, ownerTypeId: 2 })
    }
    await route.continue()
  })
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/Somebody had moved it to/).first()).toBeVisible()
  expect(await ownerOf(portal, orderId)).toBe(target)
  await page.unroute('**/rest/batch*')
  await press(tab.frame, tab.frame.getByRole('button', { name: `Put back order ${number}` }))
  await expect(tab.frame.getByText(/Put back/).first()).toBeVisible()
  expect(await ownerOf(portal, orderId)).toBe(theirs)
})

test('of two open pages, undo of the later change restores the owner of the earlier one', async ({ page, portal }) => {
  const { orderId, number } = sampleOf(portal, 'move')
  const [first, second] = ['moveTarget', 'dealWithoutOrders'].map((name) => sampleOf(portal, name).ownerId)
  const other = await page.context().newPage()
  const earlier = await OwnerTab.open(page, dealUrl(portal, first ?? 0))
  const later = await OwnerTab.open(other, dealUrl(portal, second ?? 0))
  for (const tab of [earlier, later]) {
    await bring(tab, number)
    await answerQuestion(tab.frame, 'Move')
    await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
  }
  expect(await ownerOf(portal, orderId)).toBe(second)
  await press(later.frame, later.frame.getByRole('button', { name: `Undo: put order ${number} back as it was` }))
  await expect(later.frame.getByText(/Put back/).first()).toBeVisible()
  expect(await ownerOf(portal, orderId)).toBe(first)
})

test('an order that left the deal is not unbound from where it is now', async ({ page, portal }) => {
  const { orderId, ownerId, number } = sampleOf(portal, 'move')
  const theirs = sampleOf(portal, 'dealWithoutOrders').ownerId
  const tab = await OwnerTab.open(page, dealUrl(portal, ownerId))
  await expect(tab.order(number)).toBeVisible()
  await portal.changeBinding({ orderId, ownerId: theirs, ownerTypeId: 2 })
  await press(tab.frame, tab.frame.getByRole('button', { name: `Detach order ${number}` }))
  await expect(tab.frame.getByText(/this order is not here any more/).first()).toBeVisible()
  await expect(tab.order(number).getByText('Moved to')).toBeVisible()
  await expect(tab.order(number).getByRole('link')).toHaveAttribute('href', new RegExp(`/deal/details/${theirs}/`))
  await expect(tab.order(number).getByRole('button', { name: /Detach|Move/ })).toHaveCount(0)
  expect(await ownerOf(portal, orderId)).toBe(theirs)
})

test('an order that went with its deal is told as gone, not as free', async ({ page, portal }) => {
  const target = sampleOf(portal, 'moveTarget').ownerId
  const { orders } = await call<{ orders: { id: number; accountNumber: string }[] }>(portal, 'sale.order.list', {
    select: ['id', 'accountNumber'],
    filter: { payed: 'N' },
  })
  const { bindings } = await portal.readState()
  const counts = (id: number) => bindings.filter(({ ownerId }) => ownerId === id).length
  const twin = bindings.find(
    (one) =>
      one.ownerTypeId === 2 &&
      one.ownerId !== target &&
      counts(one.ownerId) === 1 &&
      orders.some(({ id }) => id === one.orderId),
  )
  const number = orders.find(({ id }) => id === twin?.orderId)?.accountNumber ?? ''
  const tab = await OwnerTab.open(page, dealUrl(portal, target))
  await bring(tab, number)
  await call(portal, 'crm.item.delete', { entityTypeId: 2, id: twin?.ownerId })
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/There is no such order any more/).first()).toBeVisible()
  await expect(tab.frame.getByRole('button', { name: `Bring order ${number} here` })).toHaveCount(0)
})
