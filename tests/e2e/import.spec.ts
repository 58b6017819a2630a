import type { FrameLocator, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { press } from './sections'
import { findViolations } from './violations'

async function openImport(page: Page, portal: TestPortal): Promise<FrameLocator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await press(frame, frame.getByRole('button', { name: 'Import a list…' }))
  await expect(frame.getByRole('textbox', { name: 'Paste a list' })).toBeFocused()
  return frame
}

/** Windows-1251, as older spreadsheets of Russian offices save it: Cyrillic letters are one byte each there. */
const inWindows1251 = (text: string) =>
  Buffer.from(
    [...text]
      .map((letter) => letter.charCodeAt(0))
      .map((code) => (code >= 0x410 && code <= 0x44f ? code - 0x350 : code)),
  )

test('a pasted list with mistakes becomes a plan by the keyboard alone', async ({ page, portal }) => {
  const frame = await openImport(page, portal)
  const target = portal.samples.moveTarget?.ownerId
  const lines = ['Order number;Deal ID', `1003;${target}`, `N-404;${target}`, `1,23E+05;${target}`, '1005;']
  await page.keyboard.insertText(lines.join('\n'))
  for (const name of ['Choose a file…', 'Read the list']) {
    await page.keyboard.press('Tab')
    await expect(frame.getByRole('button', { name })).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(frame.getByText('2 lines can be read')).toBeVisible()
  await expect(frame.getByText('2 lines cannot be read and are left out')).toBeVisible()
  await expect(frame.getByText('Line 4: “1,23E+05” is scientific notation')).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await frame.getByRole('button', { name: 'Make the plan' }).focus()
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('heading', { name: 'Plan', exact: true })).toBeVisible()
  await expect(frame.getByRole('row', { name: /1003/ })).toContainText('Fitting out the new head office')
  await expect(frame.getByText('“N-404”').first()).toBeVisible()
  await expect(frame.getByText('“1,23E+05”').first()).toBeVisible()
})

test('a file of an older spreadsheet is read once somebody has said its letters', async ({ page, portal }) => {
  const frame = await openImport(page, portal)
  const buffer = inWindows1251('Заказ;Сделка\r\n1003;201\r\n')
  await frame.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
  await press(frame, frame.getByRole('button', { name: 'Cyrillic (Windows-1251)' }))
  await expect(frame.getByRole('columnheader', { name: '1 · Заказ' })).toBeVisible()
  await frame.getByRole('radio', { name: 'Number' }).check()
  await expect(frame.getByText('1 line can be read')).toBeVisible()
})
