import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { faultOf, openPortal } from '@tests/support/open-portal'

const sending = (result: unknown) =>
  openPortal({ faults: [faultOf('crm.enum.getorderownertypes', { kind: 'wrong-shape', result })] }).portal.ownerTypes

describe('ownerTypes.read', () => {
  it("gives the portal's own list", async () => {
    const { portal } = openPortal({ settings: { ownerTypes: 'deal+invoice' } })
    expect((await portal.ownerTypes.read()).map(({ id, code }) => [id, code])).toEqual([
      [2, 'DEAL'],
      [31, 'SMART_INVOICE'],
    ])
  })

  it.each([
    ['deal', [2, 31], [undefined, true]],
    ['deal+invoice', [2, 31], [undefined, undefined]],
    ['none', [31], [true]],
  ] as const)(
    'offers invoices where an administrator has set so, beside the list %s',
    async (ownerTypes, ids, unlisted) => {
      const { portal } = openPortal({ settings: { ownerTypes }, context: { appOptions: { offersInvoices: 'Y' } } })
      const types = await portal.ownerTypes.read()
      expect([types.map(({ id }) => id), types.map(({ isUnlisted }) => isUnlisted)]).toEqual([ids, unlisted])
      expect(types.at(-1)?.name).toBe('Invoice')
    },
  )

  it('offers invoices by their code where the name of the type cannot be read', async () => {
    const faults = [faultOf('crm.enum.ownertype', { kind: 'error', code: 'ACCESS_DENIED', status: 403 })]
    const { portal } = openPortal({ faults, context: { appOptions: { offersInvoices: 'Y' } } })
    expect((await portal.ownerTypes.read()).map(({ name }) => name)).toEqual(['Deal', 'SMART_INVOICE'])
  })

  it('asks by one call of its own without parameters', async () => {
    const { portal, transport } = openPortal()
    await Promise.all([portal.ownerTypes.read(), portal.orders.readStatuses()])
    expect(transport.requests).toContainEqual({ method: 'crm.enum.getorderownertypes', params: {} })
  })

  it('gives an empty list when the portal lists nothing', async () => {
    const { portal } = openPortal({ settings: { ownerTypes: 'none' } })
    expect(await portal.ownerTypes.read()).toEqual([])
  })

  it('reads an id that came as digits and ignores fields it does not know', async () => {
    const rows = await sending([{ id: '2', name: 'Deal', code: 'DEAL', attribute: 'DYN', icon: 'x' }]).read()
    expect(rows).toEqual([{ id: 2, name: 'Deal', code: 'DEAL', attribute: 'DYN' }])
  })

  it('says which field of a row it cannot read', async () => {
    await expect(sending([{ id: 'two', name: 'Deal' }]).read()).rejects.toMatchObject({
      kind: 'unreadable',
      code: '0.id',
    })
  })

  it('fails once and gives the list when asked again', async () => {
    const fault = faultOf('crm.enum.getorderownertypes', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 1 })
    const { portal } = openPortal({ faults: [fault] })
    await expect(portal.ownerTypes.read()).rejects.toMatchObject({ kind: 'portal-error' })
    expect(await portal.ownerTypes.read()).toHaveLength(1)
  })
})

describe('ownerTypes.isSearchable', () => {
  it.each([2, 31, 128, 191, 1030, 1038])('knows how to search type %i', (typeId) => {
    expect(openPortal().portal.ownerTypes.isSearchable(ownerTypeId(typeId))).toBe(true)
  })

  it.each([1, 3, 7, 14, 36, 192, 255])('does not promise to search type %i', (typeId) => {
    expect(openPortal().portal.ownerTypes.isSearchable(ownerTypeId(typeId))).toBe(false)
  })
})

describe('ownerTypes.wordOf', () => {
  it.each([
    [2, 'deal'],
    [31, 'invoice'],
    [1038, 'item'],
    [7, 'item'],
  ])('calls an owner of type %i by the word %s', (typeId, word) => {
    expect(openPortal().portal.ownerTypes.wordOf(ownerTypeId(typeId))).toBe(word)
  })
})
