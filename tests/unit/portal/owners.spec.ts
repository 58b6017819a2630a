import type { OwnerRef } from '@/domain/owner'
import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { ownerKey } from '@/domain/owner'
import { anOwnerRef } from '@tests/support/builders'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'

const EMPLOYEE = 3
const DEAL = ownerTypeId(2)
const INVOICE = ownerTypeId(31)
const DYNAMIC = ownerTypeId(1038)

async function stateOf(options: Parameters<typeof openPortal>[0], ref: OwnerRef) {
  return (await openPortal(options).portal.owners.read([ref])).get(ownerKey(ref))
}

describe('owners.find', () => {
  it('gives the newest deals first, in pages that follow each other', async () => {
    const { portal, local } = openPortal()
    const first = await portal.owners.find({ typeId: DEAL })
    const second = await portal.owners.find({ typeId: DEAL, cursor: first.next })
    const ids = [...first.rows, ...second.rows].map(({ ref }) => ref.id)
    expect(ids).toEqual([...(local.data.items.get(2)?.keys() ?? [])].toSorted((one, other) => other - one))
    expect(second.next).toBeUndefined()
  })

  it('gives a deal with title, sum, stage and clients, by one request', async () => {
    const { portal, local, transport } = openPortal()
    const { owner: ref } = readSample(local, 'moveTarget')
    const stored = local.data.items.get(2)?.get(ref.id)
    const [owner] = (await portal.owners.find({ typeId: DEAL, text: String(ref.id) })).rows.filter(
      (row) => row.ref.id === ref.id,
    )
    expect(owner).toMatchObject({ ref, title: stored?.title })
    expect(owner?.sum).toEqual({ amount: stored?.opportunity, currency: stored?.currencyId })
    expect(owner?.stage).toEqual({ pipelineId: stored?.categoryId, code: stored?.stageId })
    expect(owner?.clients).toContainEqual({ type: 'contact', id: stored?.contactId })
    expect(owner?.unreadable).toEqual([])
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch'])
  })

  it.each([[INVOICE], [DYNAMIC]])('finds owners of type %i with their stages', async (typeId) => {
    const { rows } = await openPortal().portal.owners.find({ typeId })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ ref, stage }) => ref.typeId === typeId && stage !== undefined)).toBe(true)
  })

  it('finds by a part of the title', async () => {
    const { portal, local } = openPortal()
    const title = local.data.items.get(2)?.get(readSample(local, 'moveTarget').owner.id)?.title ?? ''
    const { rows } = await portal.owners.find({ typeId: DEAL, text: ` ${title.slice(2, 9)} ` })
    expect(rows.map((row) => row.title)).toContain(title)
    expect(rows.every((row) => row.title.includes(title.slice(2, 9).trim()))).toBe(true)
  })

  it('finds by a title with digits and by an id at once', async () => {
    const { portal } = openPortal()
    const { rows } = await portal.owners.find({ typeId: DEAL, text: '#204' })
    expect(rows.map(({ ref }) => ref.id)).toContain(204)
  })

  it('leaves out what the person may not see', async () => {
    const { owner: hidden } = readSample(openPortal().local, 'hiddenOwner')
    const { rows } = await openPortal({ user: EMPLOYEE }).portal.owners.find({ typeId: DEAL, text: String(hidden.id) })
    expect(rows.map(({ ref }) => ref.id)).not.toContain(hidden.id)
  })

  it('says that the portal refuses a type that it does not know', async () => {
    const finding = openPortal().portal.owners.find({ typeId: ownerTypeId(1999) })
    await expect(finding).rejects.toMatchObject({ kind: 'refused', code: 'NOT_FOUND', changed: 'no' })
  })
})

describe('owners.read', () => {
  it('gives an owner that is there', async () => {
    const { owner: ref } = readSample(openPortal().local, 'move')
    expect(await stateOf({}, ref)).toMatchObject({ kind: 'present', owner: { ref } })
  })

  it('says that a deleted owner is gone', async () => {
    const { owner: ref } = readSample(openPortal().local, 'goneOwner')
    expect(await stateOf({}, ref)).toEqual({ kind: 'gone', ref })
  })

  it('says that an owner is hidden from this person, not gone', async () => {
    const { owner: ref } = readSample(openPortal().local, 'hiddenOwner')
    expect(await stateOf({ user: EMPLOYEE }, ref)).toEqual({ kind: 'hidden', ref })
    expect(await stateOf({}, ref)).toMatchObject({ kind: 'present' })
  })

  it('says that an owner is unread when the portal does not tell', async () => {
    const { owner: ref } = readSample(openPortal().local, 'goneOwner')
    const fault = faultOf('crm.item.get', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })
    expect(await stateOf({ faults: [fault] }, ref)).toEqual({ kind: 'unread', ref })
  })

  it('fails when the portal cannot be reached', async () => {
    const fault = faultOf('crm.item.list', { kind: 'cut-before' })
    await expect(stateOf({ faults: [fault] }, anOwnerRef(204))).rejects.toMatchObject({ kind: 'offline' })
  })

  it('reads owners of several types, each with a state', async () => {
    const { portal } = openPortal()
    const refs = [anOwnerRef(204), anOwnerRef(41, 31), anOwnerRef(7, 14), anOwnerRef(999_999)]
    const states = await portal.owners.read(refs)
    expect(refs.map((ref) => states.get(ownerKey(ref))?.kind)).toEqual(['present', 'present', 'unread', 'gone'])
  })

  it('asks for all owners that a list left out in one batch', async () => {
    const { portal, transport } = openPortal()
    await portal.owners.read([151, 158, 165].map((id) => anOwnerRef(id)))
    expect(transport.requests.map(({ method }) => method)).toEqual(['crm.item.list', 'batch'])
  })
})

describe('owners.readTypeName', () => {
  it("gives the portal's name for a type", async () => {
    expect(await openPortal().portal.owners.readTypeName(DEAL)).toBe('Deal')
  })

  it('gives nothing for a type that the portal does not know', async () => {
    expect(await openPortal().portal.owners.readTypeName(ownerTypeId(1999))).toBeUndefined()
  })
})

describe('owners.cardPath', () => {
  it.each([
    [anOwnerRef(5), '/crm/deal/details/5/'],
    [anOwnerRef(5, 31), '/crm/type/31/details/5/'],
    [anOwnerRef(5, 1038), '/crm/type/1038/details/5/'],
    [anOwnerRef(5, 14), undefined],
  ])('leads from %o to %s', (ref, path) => {
    expect(openPortal().portal.owners.cardPath(ref)).toBe(path)
  })
})

describe('owners.readListed', () => {
  it('gives those that a list shows, and looks up none that it leaves out', async () => {
    const { portal, local, transport } = openPortal()
    const { owner } = readSample(local, 'moveTarget')
    const listed = await portal.owners.readListed([owner, anOwnerRef(999_999), anOwnerRef(1, INVOICE)])
    expect([...listed.keys()]).toContain(ownerKey(owner))
    expect([...listed.keys()]).not.toContain(ownerKey(anOwnerRef(999_999)))
    expect(transport.requests).toHaveLength(1)
  })

  it('gives nothing of a type that this person may not list', async () => {
    const { portal } = openPortal({
      faults: [faultOf('crm.item.list', { kind: 'error', code: 'ACCESS_DENIED', status: 400 })],
    })
    expect((await portal.owners.readListed([anOwnerRef(12)])).size).toBe(0)
  })

  it('fails where the conversation does', async () => {
    const { portal } = openPortal({
      faults: [faultOf('crm.item.list', { kind: 'error', code: 'ERROR_CORE', status: 500 })],
    })
    await expect(portal.owners.readListed([anOwnerRef(12)])).rejects.toMatchObject({ kind: 'portal-error' })
  })
})
