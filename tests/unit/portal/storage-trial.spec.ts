import type { FaultRule } from '@emulator/portal/fault'
import { describe, expect, it } from 'vitest'
import { faultOf, openPortal } from '@tests/support/open-portal'

function open(faults: FaultRule[] = [], scopes = ['entity']) {
  const opened = openPortal({ faults, hasJournal: false })
  opened.local.app.scopes.push(...scopes)
  return opened
}

const text = (length: number) => '0123456789abcdef'.repeat(length / 16)
const rows = (...texts: (string | null)[]) => texts.map((TEXT) => ({ PROPERTY_VALUES: { TEXT } }))

describe('the trial of the storage', () => {
  it('finds that 16 kB come back, and leaves nothing behind', async () => {
    const { portal, local } = open()
    expect(await portal.storage.tryOut()).toBe(16_384)
    expect(local.app.storages.size).toBe(0)
  })

  it.each([
    ['a longer text that was cut', rows(text(4096), text(16_384).slice(0, 8000)), 4096],
    ['both texts cut', rows(text(4096).slice(0, 255), text(16_384).slice(0, 255)), 0],
    ['texts that were not kept', rows(null, null), 0],
    ['a text that was changed', rows(text(4096).replace('f', 'g'), text(16_384)), 16_384],
    ['no rows', [], 0],
  ])('measures by what comes back: %s', async (_, result, size) => {
    const { portal } = open([faultOf('entity.item.get', { kind: 'wrong-shape', result })])
    expect(await portal.storage.tryOut()).toBe(size)
  })

  it('goes on where the longer text is refused', async () => {
    const { portal } = open([faultOf('entity.item.add', { kind: 'error', code: 'ERROR_CORE' }, { nth: 2 })])
    expect(await portal.storage.tryOut()).toBe(4096)
  })

  it('removes its storage after a failure too', async () => {
    const { portal, local } = open([faultOf('entity.item.get', { kind: 'cut-before' })])
    await expect(portal.storage.tryOut()).rejects.toMatchObject({ kind: 'offline' })
    expect(local.app.storages.size).toBe(0)
  })

  it('is no obstacle to the next trial where its storage was left', async () => {
    const { portal, local } = open([faultOf('entity.delete', { kind: 'cut-before' }, { nth: 1 })])
    await expect(portal.storage.tryOut()).rejects.toMatchObject({ kind: 'offline' })
    expect(local.app.storages.size).toBe(1)
    expect(await portal.storage.tryOut()).toBe(16_384)
  })

  it('names the permission that is missing', async () => {
    await expect(open([], []).portal.storage.tryOut()).rejects.toMatchObject({ kind: 'missing-scope', scope: 'entity' })
  })
})
