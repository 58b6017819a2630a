import type { Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { chooseOwner, press, resultOf } from './sections'

const CLIENTS = 'crm.ordercontactcompany.list'
const GOOD = {
  dateInsert: '2026-09-01T10:00:00+03:00',
  price: 100,
  currency: 'USD',
  statusId: 'N',
  payed: 'Y',
  canceled: 'N',
}
const SECRET = 'Nora Holm'

/** The app page on a list of which each row is odd in another way, but the first. */
async function openOddList(page: Page, portal: TestPortal): Promise<void> {
  const good = portal.samples.unbound?.orderId ?? 0
  const orders = [
    { ...GOOD, id: good, accountNumber: '1042' },
    { ...GOOD, id: 41, accountNumber: '1041', price: SECRET, dateInsert: '' },
    { ...GOOD, id: 40, accountNumber: '1040', statusId: null, payed: null, currency: [] },
    { ...GOOD, id: 'abc', accountNumber: '1039' },
  ]
  const clients = [
    { id: 1, orderId: good, entityTypeId: 3, entityId: 1, isPrimary: 'Y', roleId: 0, sort: 0 },
    { id: 2, orderId: 41, entityTypeId: 3, entityId: 0, isPrimary: null, roleId: 0, sort: 0 },
    { id: 3, orderId: 40, entityTypeId: 3, entityId: 99_999, isPrimary: 'Y', roleId: 0, sort: 0 },
  ]
  await portal.setFaults([
    { method: 'sale.order.list', when: 'every', effect: { kind: 'wrong-shape', result: { orders } } },
    { method: CLIENTS, when: 'every', effect: { kind: 'wrong-shape', result: { clients } } },
  ])
  await page.goto(`${portal.url}/marketplace/app/1/`)
}

test('a list with odd rows stays usable, and says what of them could not be read', async ({ page, portal }) => {
  await openOddList(page, portal)
  const frame = appFrame(page)
  const row = (number: string) => frame.getByRole('row', { name: `Order ${number}` })
  await expect(row('1041')).toContainText('sum not readable')
  await expect(row('1041')).toContainText('date not readable')
  await expect(row('1041')).toContainText('Customer could not be read')
  await expect(row('1040')).toContainText('status not readable')
  await expect(row('1040')).toContainText('payment not readable')
  await expect(row('1040')).toContainText('Contact 99999, deleted')
  await expect(row('1042')).toContainText('$100.00')
  await expect(row('1042')).not.toContainText('not readable')
  await expect(frame.getByText('3 rows have fields that could not be read.')).toHaveCount(1)
  await expect(frame.getByText('1 of them is not shown')).toHaveCount(1)
  await expect(frame.getByText('Some customers could not be read.')).toHaveCount(1)

  await press(frame, frame.getByRole('button', { name: 'Choose an owner for order 1042' }))
  await chooseOwner(frame, 'Fitting out the new head office')
  await expect(resultOf(frame, '1042')).toContainText('Bound to')
})

test('the details are selected to be copied where the frame may not write to the clipboard', async ({
  page,
  portal,
}) => {
  portal.expectedErrors.push('Clipboard', 'clipboard')
  await openOddList(page, portal)
  const frame = appFrame(page)
  await press(frame, frame.getByRole('button', { name: 'Copy details' }))
  await expect(frame.getByText('The portal does not let this page copy.')).toBeVisible()
  const details = frame.getByRole('textbox', { name: 'Details for those who support this app' })
  await expect(details).toBeFocused()
  await expect(details).toHaveAttribute('readonly')
  const selected = await details.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  )
  expect(selected).toContain('order 41: dateInsert (empty), price (text)')
  expect(selected).toContain('order 40: currency (list), statusId (null), payed (null)')
  expect(selected).not.toContain(SECRET)
})

test('a frame that may write to the clipboard copies the details', async ({ page, portal }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = async (text) => document.body.setAttribute('data-copied', text)
  })
  await openOddList(page, portal)
  const frame = appFrame(page)
  await press(frame, frame.getByRole('button', { name: 'Copy details' }))
  await expect(frame.getByText('Copied.')).toBeVisible()
  await expect(frame.locator('body')).toHaveAttribute('data-copied', /order 41: .*\n.*order 40: /s)
})

for (const width of [1280, 360]) {
  test(`customers come after the rows, without moving them, ${width} px wide`, async ({ page, portal }) => {
    await page.setViewportSize({ width, height: 900 })
    await portal.setFaults([{ method: CLIENTS, when: 'every', effect: { kind: 'delay', ms: 2_000 } }])
    await page.goto(`${portal.url}/marketplace/app/1/`)
    const frame = appFrame(page)
    const rows = frame.getByRole('row', { name: /^Order/ })
    await expect(frame.getByText('Reading the customer…').first()).toBeAttached()
    await expect(frame.getByText('Reading the owner…')).toHaveCount(0)
    const tops = () => rows.evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().top)))
    const before = await tops()
    await expect(frame.getByText('Reading the customer…')).toHaveCount(0)
    expect(await tops()).toEqual(before)
  })
}
