import type { OwnerState } from '@/domain/owner'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import OwnerName from '@/features/owner-search/OwnerName.vue'
import { anOwner, anOwnerRef, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

const PRESENT: OwnerState = { kind: 'present', owner: anOwner({ ref: anOwnerRef(123), title: 'Desk lamps' }) }
const openPath = vi.fn<(path: string) => Promise<'closed' | 'unavailable'>>()

async function openName(owner: OwnerState, readTypeName = async (): Promise<string | undefined> => undefined) {
  openPath.mockReset().mockResolvedValue('closed')
  const portal = fakePortal({
    ownerTypes: { read: async () => [anOwnerType()] },
    owners: { readTypeName, cardPath: ({ id }) => `/crm/deal/details/${id}/` },
    links: { openPath },
  })
  const name = mountWith(OwnerName, { portal, props: { owner } })
  await flushPromises()
  return name
}

describe('OwnerName', () => {
  it('names a present owner by title, type and id', async () => {
    const name = await openName(PRESENT)
    expect(readText(name.element)).toBe('Desk lamps Deal 123')
  })

  it('links to the card with an address that works outside the frame', async () => {
    const name = await openName(PRESENT)
    const link = findByRole(name, 'link', 'Desk lamps')
    expect(link.attributes('href')).toBe('https://portal.example/crm/deal/details/123/')
  })

  it('opens the card over the page on a plain click', async () => {
    const name = await openName(PRESENT)
    const click = new MouseEvent('click', { cancelable: true, bubbles: true })
    findByRole(name, 'link', 'Desk lamps').element.dispatchEvent(click)
    expect(click.defaultPrevented).toBe(true)
    expect(openPath).toHaveBeenCalledExactlyOnceWith('/crm/deal/details/123/')
  })

  it.each(['ctrlKey', 'metaKey', 'shiftKey'] as const)('leaves a click with %s to the browser', async (modifier) => {
    const name = await openName(PRESENT)
    const click = new MouseEvent('click', { cancelable: true, bubbles: true, [modifier]: true })
    let wasPrevented = false
    // jsdom cannot follow a link: the page stops the click after the component has had it.
    document.addEventListener(
      'click',
      (event) => {
        wasPrevented = event.defaultPrevented
        event.preventDefault()
      },
      { once: true },
    )
    findByRole(name, 'link', 'Desk lamps').element.dispatchEvent(click)
    expect(wasPrevented).toBe(false)
    expect(openPath).not.toHaveBeenCalled()
  })

  it('opens a new tab where the portal cannot open the card', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    const name = await openName(PRESENT)
    openPath.mockResolvedValue('unavailable')
    await findByRole(name, 'link', 'Desk lamps').trigger('click')
    await flushPromises()
    expect(open).toHaveBeenCalledExactlyOnceWith('https://portal.example/crm/deal/details/123/', '_blank', 'noopener')
  })

  it.each([
    ['hidden', 'Deal 123, not visible to you'],
    ['gone', 'Deal 123, deleted'],
    ['unread', 'Deal 123, its title could not be read'],
  ] as const)('says of an owner that is %s what is known', async (kind, sentence) => {
    const name = await openName({ kind, ref: anOwnerRef(123) })
    expect(readText(name.element)).toBe(sentence)
    expect(findAllByRole(name, 'link')).toEqual([])
  })

  it('asks for the name of a type that the portal does not list', async () => {
    const readTypeName = vi.fn(async () => 'Rental contract')
    const name = await openName({ kind: 'gone', ref: anOwnerRef(5, 177) }, readTypeName)
    expect(readTypeName).toHaveBeenCalledExactlyOnceWith(177)
    expect(readText(name.element)).toBe('Rental contract 5, deleted')
  })

  it('gives the number of a type without a name', async () => {
    const name = await openName({ kind: 'gone', ref: anOwnerRef(5, 177) })
    expect(readText(name.element)).toBe('Object 5 of type 177, deleted')
  })
})
