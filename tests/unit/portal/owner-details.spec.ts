import type { Owner, OwnerDetails } from '@/domain/owner'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { ownerKey } from '@/domain/owner'
import { anOwner, anOwnerRef } from '@tests/support/builders'
import { faultOf, openPortal } from '@tests/support/open-portal'

const DEAL = ownerTypeId(2)

function openWith(options: OpenPortalOptions = {}) {
  const opened = openPortal(options)
  const { data } = opened.local
  Object.assign(data.contacts.get(1) ?? {}, { name: 'Ada', lastName: 'Brandvik' })
  Object.assign(data.companies.get(1) ?? {}, { title: 'Northlight' })
  return opened
}

async function read(owner: Owner, options: OpenPortalOptions = {}): Promise<OwnerDetails | undefined> {
  const { portal } = openWith(options)
  return (await portal.owners.readDetails([owner])).get(ownerKey(owner.ref))
}

const CONTACT = { type: 'contact', id: 1 } as const
const COMPANY = { type: 'company', id: 1 } as const
const GONE = { type: 'contact', id: 99_999 } as const

describe('owners.readDetails', () => {
  it.each([
    ['work', { pipelineId: 0, code: 'NEW' }, 'in-progress'],
    ['won', { pipelineId: 0, code: 'WON' }, 'success'],
    ['lost', { pipelineId: 0, code: 'LOSE' }, 'failure'],
  ])('names a stage and tells that it means: %s', async (_, stage, meaning) => {
    const details = await read(anOwner({ stage }))
    expect(details?.stage).toMatchObject({ meaning, name: expect.stringMatching(/\w/) as unknown })
  })

  it('has no stage where the type has none', async () => {
    expect((await read(anOwner({ stage: undefined })))?.stage).toBe('none')
  })

  it.each([
    ['a stage that the pipeline does not have', anOwner({ stage: { pipelineId: 0, code: 'MOON' } })],
    ['a pipeline that is not there', anOwner({ stage: { pipelineId: 77, code: 'NEW' } })],
    ['a stage that made no sense', anOwner({ stage: undefined, unreadable: [{ field: 'stageId', found: 'list' }] })],
    [
      'a pipeline that made no sense',
      anOwner({ stage: undefined, unreadable: [{ field: 'categoryId', found: 'text' }] }),
    ],
  ])('says that it could not read %s', async (_, owner) => {
    expect((await read(owner))?.stage).toBe('unread')
  })

  it('says so of every stage where the list of stages fails, and reads it on the second try', async () => {
    const fault = faultOf('crm.status.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 1 })
    const { portal } = openWith({ faults: [fault] })
    const owner = anOwner({ stage: { pipelineId: 0, code: 'WON' } })
    const readStage = async () => (await portal.owners.readDetails([owner])).get(ownerKey(owner.ref))?.stage
    expect(await readStage()).toBe('unread')
    expect(await readStage()).toMatchObject({ meaning: 'success' })
  })

  it.each<[string, Partial<Owner>, unknown]>([
    ['a company with its contact', { clients: [COMPANY, CONTACT] }, ['Northlight', 'Ada Brandvik']],
    ['the company first, whatever the order', { clients: [CONTACT, COMPANY] }, ['Northlight', 'Ada Brandvik']],
    ['a contact', { clients: [CONTACT] }, ['Ada Brandvik']],
    ['a company and a deleted contact', { clients: [COMPANY, GONE] }, ['Northlight', 'deleted']],
  ])('names the customer: %s', async (_, changes, shown) => {
    const customer = (await read(anOwner(changes)))?.customer
    expect(
      customer?.kind === 'clients' && customer.shown.map((one) => (one.kind === 'named' ? one.name : one.kind)),
    ).toEqual(shown)
  })

  it('says that there is no customer', async () => {
    expect((await read(anOwner({ clients: [] })))?.customer).toEqual({ kind: 'none' })
  })

  it.each(['contactId', 'companyId'])(
    'is not sure of the customer where %s makes no sense, and says so',
    async (field) => {
      const details = await read(anOwner({ clients: [COMPANY], unreadable: [{ field, found: 'number' }] }))
      expect(details?.customer).toEqual({ kind: 'unread' })
    },
  )

  it('gives details of every owner that it was asked for', async () => {
    const { portal } = openWith({ faults: [faultOf('*', { kind: 'cut-before' })] })
    const owners = [1, 2, 3].map((id) => anOwner({ ref: anOwnerRef(id), clients: [CONTACT] }))
    const details = await portal.owners.readDetails(owners)
    expect([...details.keys()]).toEqual(owners.map(({ ref }) => ownerKey(ref)))
    expect([...details.values()].every(({ stage }) => stage === 'unread')).toBe(true)
  })

  it('takes one request for a page of deals, and asks for a pipeline once', async () => {
    const { portal, transport } = openWith()
    const { rows } = await portal.owners.find({ typeId: DEAL })
    await portal.owners.readDetails(rows)
    expect(transport.requests.map(({ method }) => method)).toEqual(['crm.item.list', 'batch'])
    await portal.owners.readDetails(rows)
    const asked = transport.requests.filter((request) => JSON.stringify(request).includes('crm.status.list'))
    expect(asked).toHaveLength(1)
  })

  it.each([[31], [1038]])('names the stages of type %i', async (typeId) => {
    const { portal } = openWith()
    const { rows } = await portal.owners.find({ typeId: ownerTypeId(typeId) })
    const details = await portal.owners.readDetails(rows)
    expect(details.size).toBeGreaterThan(0)
    expect([...details.values()].every(({ stage }) => typeof stage === 'object')).toBe(true)
  })
})
