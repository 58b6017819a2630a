import type { OwnerSuggestions } from '@/domain/suggested-owners'
import type { LocalPortal } from '@emulator/portal/state'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { orderId, ownerTypeId } from '@/domain/id'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'

const DEAL = ownerTypeId(2)
const INVOICE = ownerTypeId(31)
const CONTRACT = ownerTypeId(1038)
const NEWEST = 50

const idsOf = (groups: OwnerSuggestions[], kind: OwnerSuggestions['kind']) =>
  groups.find((group) => group.kind === kind)?.rows.map(({ owner }) => Number(owner.ref.id)) ?? []

/** The commands of each request, in order. */
function commandsOf({ requests }: { requests: readonly { method: string; params: Record<string, unknown> }[] }) {
  return requests.map(({ method, params }) =>
    method === 'batch' ? Object.values(Object(params.cmd)).map((command) => String(command).split('?')[0]) : [method],
  )
}

/** A deal of the sample changed in place; its id stays. */
function changeDeal(local: LocalPortal, id: number, change: object): void {
  Object.assign(local.data.items.get(2)?.get(id) ?? {}, change)
}

/** Makes these the only ones of their type that the customer of order 100 has. */
function giveTo({ data }: LocalPortal, typeId: number, ids: number[]): void {
  const contactId = data.orders.get(100)?.clients.find(({ entityTypeId }) => entityTypeId === 3)?.entityId
  for (const row of data.items.get(typeId)?.values() ?? []) {
    const contact = ids.includes(row.id) ? contactId : 59
    Object.assign(row, { contactId: contact, contactIds: [contact], companyId: 0 })
  }
}

async function suggestMove(options: OpenPortalOptions = {}, change: (local: LocalPortal) => void = () => undefined) {
  const opened = openPortal(options)
  change(opened.local)
  const { orderId: id } = readSample(opened.local, 'move')
  const groups = await opened.portal.owners.suggestFor(id, DEAL)
  return { ...opened, groups, target: Number(readSample(opened.local, 'moveTarget').owner.id) }
}

describe('owners.suggestFor', () => {
  it("puts the deal of the order's customer first, says why, and the order's own twin last", async () => {
    const { groups, target, local } = await suggestMove()
    expect(groups.map(({ kind }) => kind)).toEqual(['suggested', 'open', 'twins'])
    expect(groups[0]?.rows[0]).toMatchObject({
      owner: { ref: { typeId: 2, id: target }, title: 'Fitting out the new head office' },
      reasons: expect.arrayContaining([{ kind: 'same-contact' }, { kind: 'days-apart', days: 4, direction: 'before' }]),
    })
    const own = groups.at(-1)?.rows.at(-1)
    expect([own?.owner.ref, own?.reasons]).toEqual([readSample(local, 'move').owner, [{ kind: 'own-twin' }]])
  })

  it('shows no owner in two groups, and no twin above the twins', async () => {
    const { groups } = await suggestMove()
    const rows = groups.flatMap(({ kind, rows }) => rows.map(({ owner }) => ({ kind, owner })))
    expect(new Set(rows.map(({ owner }) => owner.ref.id)).size).toBe(rows.length)
    const titled = rows.filter(({ owner }) => owner.title.startsWith('Order No.'))
    expect(titled.length).toBeGreaterThan(1)
    expect(titled.every(({ kind }) => kind === 'twins')).toBe(true)
  })

  it('asks twice, all of it in two batches', async () => {
    const { transport } = await suggestMove()
    expect(commandsOf(transport)).toEqual([
      ['sale.order.get', 'crm.item.list'],
      expect.arrayContaining(['crm.item.list', 'crm.item.productrow.list', 'sale.order.list']),
    ])
  })

  it('reads the products of five owners at most', async () => {
    const { transport } = await suggestMove()
    const [, second = []] = commandsOf(transport)
    expect(second.filter((method) => method === 'crm.item.productrow.list')).toHaveLength(5)
  })

  it("finds the customer's deals that are older than the newest fifty", async () => {
    const { groups, target, local } = await suggestMove()
    const newest = [...(local.data.items.get(2)?.keys() ?? [])].toSorted((one, other) => other - one).slice(0, NEWEST)
    expect(newest).not.toContain(target)
    expect(idsOf(groups, 'suggested')).toContain(target)
  })

  it('asks no second time for deals where it has seen all of them', async () => {
    const { transport } = await suggestMove({}, ({ data }) => {
      for (const id of [...(data.items.get(2)?.keys() ?? [])].slice(20)) data.items.get(2)?.delete(id)
    })
    expect(commandsOf(transport)[1]).not.toContain('crm.item.list')
  })

  it('puts open deals before closed ones', async () => {
    const { groups, target } = await suggestMove({}, (local) => changeDeal(local, 202, { closed: 'Y', stageId: 'WON' }))
    expect(idsOf(groups, 'suggested').at(-1)).toBe(target)
    expect(idsOf(groups, 'suggested').length).toBeGreaterThan(1)
  })

  it('says that the sum is the same', async () => {
    const { groups } = await suggestMove({}, ({ data }) => {
      const order = data.orders.get(3)
      Object.assign(data.items.get(2)?.get(202) ?? {}, { opportunity: order?.price, currencyId: order?.currency })
    })
    expect(groups[0]?.rows[0]?.reasons).toContainEqual({ kind: 'same-sum' })
  })

  it('counts a contact that is not the main one', async () => {
    const { groups } = await suggestMove({}, (local) =>
      changeDeal(local, 254, { contactId: 40, companyId: 0, contactIds: [40, 6] }),
    )
    expect(idsOf(groups, 'suggested')).toContain(254)
  })

  it('takes a deal whose title names an order, and whose sum is another, for no twin', async () => {
    const { groups } = await suggestMove({}, (local) =>
      changeDeal(local, 212, { opportunity: 1, contactId: 6, contactIds: [6] }),
    )
    expect(idsOf(groups, 'suggested')).toContain(212)
  })

  it('lists what was chosen lately, and asks nothing more for it', async () => {
    const { groups, transport } = await suggestMove({ context: { userOptions: { recentOwners: '2:246,31:41,2:253' } } })
    expect(idsOf(groups, 'recent')).toEqual([246, 253])
    expect(idsOf(groups, 'open')).not.toContain(246)
    expect(transport.requests).toHaveLength(2)
  })

  it.each([
    ['sale.order.get', 'ERROR_METHOD_NOT_FOUND', ['open']],
    ['sale.order.get', '200540400001', ['open']],
    ['crm.item.productrow.list', 'ERROR_METHOD_NOT_FOUND', ['suggested', 'open', 'twins']],
    ['crm.item.productrow.list', 'ACCESS_DENIED', ['suggested', 'open', 'twins']],
    ['sale.order.list', '200040300010', ['suggested', 'open', 'twins']],
  ])('goes on without %s: %s', async (method, code, kinds) => {
    const { groups } = await suggestMove({ faults: [faultOf(method, { kind: 'error', code })] })
    const found = groups.map(({ kind }) => kind)
    expect(found).toEqual(expect.arrayContaining(kinds))
  })

  it("goes on without the list of the customer's deals", async () => {
    const fault = faultOf('crm.item.list', { kind: 'error', code: 'INVALID_ARG_VALUE' }, { nth: 2 })
    const { groups } = await suggestMove({ faults: [fault] })
    expect(groups.map(({ kind }) => kind)).toEqual(['open', 'twins'])
  })

  it('goes on without the newest deals', async () => {
    const fault = faultOf('crm.item.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 1 })
    const { groups, target } = await suggestMove({ faults: [fault] })
    expect(idsOf(groups, 'suggested')[0]).toBe(target)
  })

  it.each(['INTERNAL_SERVER_ERROR', 'ACCESS_DENIED'])('fails where no deal can be listed: %s', async (code) => {
    await expect(suggestMove({ faults: [faultOf('crm.item.list', { kind: 'error', code })] })).rejects.toMatchObject({
      name: 'PortalFailure',
    })
  })

  it('fails where the portal cannot be reached', async () => {
    await expect(suggestMove({ faults: [faultOf('batch', { kind: 'cut-before' })] })).rejects.toMatchObject({
      kind: 'offline',
    })
  })

  it('finds no deal that the person may not see', async () => {
    const { portal, local } = openPortal({ user: 2 })
    const { orderId: id, owner } = readSample(local, 'hiddenOwner')
    const groups = await portal.owners.suggestFor(id, DEAL)
    const shown = groups.flatMap(({ rows }) => rows.map((row) => row.owner.ref.id))
    expect(shown).not.toContain(owner.id)
    expect(shown.length).toBeGreaterThan(0)
  })

  it('suggests invoices, by their stages as well', async () => {
    const { portal, local, transport } = openPortal()
    giveTo(local, 31, [41, 42])
    Object.assign(local.data.items.get(31)?.get(41) ?? {}, { stageId: 'DT31_5:P' })
    Object.assign(local.data.items.get(31)?.get(42) ?? {}, { stageId: 'DT31_5:N' })
    const groups = await portal.owners.suggestFor(orderId(100), INVOICE)
    expect(idsOf(groups, 'suggested')).toEqual([42, 41])
    expect(transport.requests).toHaveLength(2)
  })

  it('suggests items of a dynamic type', async () => {
    const { portal, local } = openPortal()
    giveTo(local, 1038, [4])
    const groups = await portal.owners.suggestFor(orderId(100), CONTRACT)
    expect(idsOf(groups, 'suggested')).toEqual([4])
    expect(groups.map(({ kind }) => kind)).toEqual(['suggested', 'open'])
  })

  it('changes nothing in the portal', async () => {
    const { local } = await suggestMove()
    expect(local.bindingHistory).toEqual([])
  })
})
