import { expect, test } from './portal-test'
import { answerQuestion, OwnerTab, press } from './sections'

test('a change goes on in time in a tab that nobody looks at', async ({ page, portal }) => {
  portal.expectedErrors.push('503 (Service Unavailable)')
  // The browser of the tests shows every page: this one says that it is hidden, and its timers stand still.
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' })
  })
  await page.clock.install()
  const number = String(1000 + (portal.samples.move?.orderId ?? 0))
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  const search = await tab.searchOrder(number)
  await press(tab.frame, search.getByRole('button', { name: `Bring order ${number} here` }))
  await expect(tab.frame.getByRole('button', { name: 'Move', exact: true })).toBeVisible()
  await portal.setFaults([
    {
      method: 'crm.orderentity.add',
      when: { nth: 1 },
      effect: { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' },
      inBatch: 'whole',
    },
  ])
  await page.clock.pauseAt(Date.now() + 60_000)
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
  expect(page.workers()).toHaveLength(1)
})
