import type { OrderSuggestions } from '@/domain/suggested-orders'
import type { LocalPortal } from '@emulator/portal/state'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { anOwnerRef } from '@tests/support/builders'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const idsOf = (groups: OrderSuggestions[], kind: OrderSuggestions['kind']) =>
  groups.find((group) => group.kind === kind)?.rows.map(({ order }) => Number(order.id)) ?? []

/** The commands of each request, in order. */
function commandsOf({ requests }: { requests: readonly { method: string; params: Record<string, unknown> }[] }) {
  return requests.map(({ method, params }) =>
    method === 'batch' ? Object.values(Object(params.cmd)).map((command) => String(command).split('?')[0]) : [method],
  )
}

async function suggestTarget(options: OpenPortalOptions = {}, change: (local: LocalPortal) => void = () => undefined) {
  const opened = openPortal(options)
  change(opened.local)
  const { owner } = readSample(opened.local, 'moveTarget')
  return { ...opened, owner, groups: await opened.portal.orders.suggestFor(owner) }
}

const NO_LIST = faultOf('crm.ordercontactcompany.list', { kind: 'error', code: 'ERROR_METHOD_NOT_FOUND' })

describe('orders.suggestFor', () => {
  it("puts the orders of the deal's customer first, says why, and who owns them now", async () => {
    const { groups, local } = await suggestTarget()
    const { orderId, owner } = readSample(local, 'move')
    expect(groups.map(({ kind }) => kind)).toEqual(['same-customer', 'without-owner', 'recent'])
    expect(groups[0]?.rows.slice(0, 2).find(({ order }) => order.id === orderId)).toMatchObject({
      order: { number: '1003' },
      owner,
      reasons: expect.arrayContaining([{ kind: 'same-contact' }, { kind: 'days-apart', days: 4, direction: 'after' }]),
    })
  })

  it('shows no order in two groups, and none that is here already', async () => {
    const { groups, local, owner } = await suggestTarget()
    const ids = groups.flatMap(({ rows }) => rows.map(({ order }) => order.id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => storedOwner(local, id)?.id === owner.id)).toEqual([])
  })

  it('tells the newest orders without an owner from the others', async () => {
    const { groups, local } = await suggestTarget()
    const newest = [...local.data.orders.keys()].toSorted((one, other) => other - one).slice(0, 50)
    const free = newest.filter((id) => !local.data.bindings.has(id))
    expect(idsOf(groups, 'without-owner')).toEqual(free)
    expect(free.length).toBeGreaterThan(0)
    expect(idsOf(groups, 'recent')).toEqual(newest.filter((id) => !free.includes(id)).slice(0, 5))
  })

  it('names the owner that each order has now', async () => {
    const { groups, local } = await suggestTarget()
    const rows = groups.flatMap(({ rows }) => rows)
    expect(rows.map(({ owner }) => owner)).toEqual(rows.map(({ order }) => storedOwner(local, order.id)))
  })

  it('asks twice, all of it in two batches', async () => {
    const { transport } = await suggestTarget()
    const requests = commandsOf(transport).map((commands) => commands.filter((method) => method !== 'sale.order.get'))
    expect(requests).toEqual([
      ['crm.item.get', 'crm.item.productrow.list', 'sale.order.list'],
      [
        'crm.ordercontactcompany.list',
        'crm.ordercontactcompany.list',
        'sale.order.list',
        'crm.orderentity.list',
        'crm.orderentity.list',
      ],
    ])
  })

  it('says that the sum is the same', async () => {
    const { groups } = await suggestTarget({}, ({ data }) => {
      const order = data.orders.get(18)
      Object.assign(data.items.get(2)?.get(202) ?? {}, { opportunity: order?.price, currencyId: order?.currency })
    })
    const like = groups[0]?.rows.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'same-sum'))
    expect(like?.map(({ order }) => order.id)).toEqual([18])
  })

  it.each([0, 1, 10])(
    'joins what is read by reference with %i orders of the customer, in a portal with order 1',
    async (count) => {
      const { groups, transport } = await suggestTarget({}, ({ data }) => {
        for (const order of data.orders.values()) {
          const isTheirs = order.id > 100 && order.id <= 100 + count
          order.clients = isTheirs
            ? [{ id: order.id, orderId: order.id, entityTypeId: 3, entityId: 6, isPrimary: 'Y', roleId: 0, sort: 0 }]
            : []
          data.bindings.delete(order.id)
        }
      })
      const found = groups.find(({ kind }) => kind === 'same-customer')
      expect(found?.rows.length ?? 0).toBe(Math.min(count, 5))
      expect(
        found?.rows.every(({ order, owner }) => order.id > 100 && order.id <= 100 + count && owner === null) ?? true,
      ).toBe(true)
      expect(transport.requests).toHaveLength(2)
    },
  )

  it('reads orders the ordinary way where references find nothing', async () => {
    const broken = faultOf('sale.order.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 2 })
    const { groups, transport } = await suggestTarget({ faults: [broken] })
    expect(idsOf(groups, 'same-customer')).toContain(3)
    expect(transport.requests).toHaveLength(4)
  })

  it("finds the orders on the customer's deals where the portal does not list the clients of orders", async () => {
    const { groups, portal, owner, transport } = await suggestTarget({ faults: [NO_LIST] })
    expect(idsOf(groups, 'same-customer').length).toBeGreaterThan(0)
    expect(groups[0]?.rows[0]?.reasons[0]?.kind).toMatch(/^same-/)
    const before = transport.requests.length
    await portal.orders.suggestFor(owner)
    const again = transport.requests.slice(before)
    expect(JSON.stringify(again)).not.toContain('crm.ordercontactcompany.list')
  })

  it('suggests by time and sum no one where the deal cannot be read, but lists the newest orders', async () => {
    const { groups } = await suggestTarget({
      faults: [faultOf('crm.item.get', { kind: 'error', code: 'ACCESS_DENIED' })],
    })
    expect(groups.map(({ kind }) => kind)).toEqual(['without-owner', 'recent'])
  })

  it('calls no order free where the portal does not say who owns the orders', async () => {
    const { groups } = await suggestTarget({
      faults: [faultOf('crm.orderentity.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })],
    })
    expect(groups.map(({ kind }) => kind)).toEqual(['same-customer', 'recent'])
    expect(groups.flatMap(({ rows }) => rows.map(({ owner }) => owner)).every((owner) => owner === undefined)).toBe(
      true,
    )
  })

  it('goes on without the products', async () => {
    const fault = faultOf('crm.item.productrow.list', { kind: 'error', code: 'ERROR_METHOD_NOT_FOUND' })
    expect((await suggestTarget({ faults: [fault] })).groups).toHaveLength(3)
  })

  it("shows no others' orders where the portal ignores a filter", async () => {
    const clients = [{ id: 1, orderId: 1, entityTypeId: 3, entityId: 999, isPrimary: 'Y', roleId: 0, sort: 0 }]
    const fault = faultOf('crm.ordercontactcompany.list', { kind: 'wrong-shape', result: { clients } })
    const { groups } = await suggestTarget({ faults: [fault] })
    expect(groups.map(({ kind }) => kind)).toEqual(['without-owner', 'recent'])
  })

  it('fails where there is nothing to suggest from', async () => {
    const faults = [faultOf('sale.order.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })]
    await expect(suggestTarget({ faults })).rejects.toMatchObject({ kind: 'portal-error' })
  })

  it('suggests orders to an invoice and to an item of a dynamic type', async () => {
    const { portal } = openPortal()
    for (const owner of [anOwnerRef(41, 31), anOwnerRef(1, 1038)]) {
      const groups = await portal.orders.suggestFor(owner)
      expect(groups.at(-1)?.kind).toBe('recent')
      expect(idsOf(groups, 'same-customer').length).toBeGreaterThan(0)
    }
  })

  it('changes nothing in the portal', async () => {
    expect((await suggestTarget()).local.bindingHistory).toEqual([])
  })
})
