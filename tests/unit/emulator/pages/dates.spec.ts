import { expect, it } from 'vitest'
import { createPortal } from '@emulator/create-portal'
import { answerPage } from '@emulator/pages/answer-page'

/** Half past midnight on November 17 by the portal's clock. */
const LATE = '2026-11-17T00:30:00+03:00'

/** The portal's page at this path, as a person sees it. */
function openAs(user: number, path: string, closedate = LATE): string {
  const portal = createPortal({ settings: { user, mode: 'with-orders' } })
  const order = portal.data.orders.get(3)
  const deal = portal.data.items.get(2)?.get(portal.data.samples.moveTarget?.ownerId ?? 0)
  if (!order || !deal) throw new Error('The sample portal has these rows.')
  // The newest of all, so that it stands on the first page of the list.
  portal.data.orders.set(9999, { ...order, id: 9999, dateInsert: LATE })
  Object.assign(deal, { createdTime: LATE, closedate, opened: 'Y' })
  const url = new URL(path.replace('{deal}', String(deal.id)), 'http://localhost:5173')
  return answerPage(portal, { method: 'GET', url, body: undefined })?.body ?? ''
}

it.each([
  [1, 'Nov 16, 2026'],
  [2, 'Nov 16, 2026'],
  [4, 'Nov 17, 2026'],
])('pages of the portal show person %i the day in their time zone, else by the portal’s clock: %s', (user, day) => {
  expect(openAs(user, '/shop/orders/details/9999/')).toContain(`<dd>${day}</dd>`)
  expect(openAs(user, '/shop/orders/')).toContain(`>${day}</td>`)
  expect(openAs(user, '/crm/deal/details/{deal}/')).toContain(`<dd>${day}</dd>`)
})

it('a day without a time is the same for everybody', () => {
  for (const user of [1, 2, 4]) {
    expect(openAs(user, '/crm/deal/details/{deal}/', '2026-12-24T03:00:00+03:00')).toContain('<dd>Dec 24, 2026</dd>')
  }
})
