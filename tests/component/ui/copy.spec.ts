import { afterEach, describe, expect, it, vi } from 'vitest'
import FailureNotice from '@/ui/FailureNotice.vue'
import UnreadableRows from '@/ui/UnreadableRows.vue'
import { aFailure } from '@tests/support/builders'
import { readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { click, waitForText } from '@tests/support/tab-steps'

function setClipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } })
}

afterEach(() => setClipboard(undefined))

const openRight = () => mountWith(FailureNotice, { props: { failure: aFailure({ kind: 'no-read-right' }) } })
const REQUEST = 'Copy a request for my administrator'

describe('a request for the administrator', () => {
  it('says what is missing and what the administrator can do', async () => {
    const copied = vi.fn(async () => undefined)
    setClipboard(copied)
    document.title = 'Order Binder'
    const notice = openRight()
    await click(notice, REQUEST)
    await waitForText(notice, 'Copied.')
    expect(copied).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(
        /the app Order Binder\? It tells me:\nYou may not see store orders\. Ask your administrator/,
      ),
    )
  })

  it.each([
    ['refuses', () => Promise.reject(new DOMException('no'))],
    ['has no clipboard', undefined],
  ])('is shown, selected, where the page %s', async (_, writeText) => {
    setClipboard(writeText)
    const notice = openRight()
    await click(notice, REQUEST)
    await waitForText(notice, 'The portal does not let this page copy')
    const field = notice.find('textarea').element
    expect(field.value).toContain('You may not see store orders.')
    expect(document.activeElement).toBe(field)
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length])
  })
})

it('details of unreadable rows are copied without any value', async () => {
  const copied = vi.fn(async () => undefined)
  setClipboard(copied)
  const rows = [{ name: 'order 42', unreadable: [{ field: 'price', found: 'object' as const }] }]
  const list = mountWith(UnreadableRows, { props: { rows, lost: 1 } })
  expect(readText(list.element)).toContain('not be read')
  await click(list, 'Copy details')
  await waitForText(list, 'Copied.')
  expect(copied).toHaveBeenCalledExactlyOnceWith('order 42: price (object)\nno id: 1')
})
