import type { Params } from '@emulator/calls/call'
import { describe, expect, it } from 'vitest'
import { controlPortal } from '@emulator/control/control-portal'
import { createPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'

const NOON = Date.UTC(2026, 10, 2, 12)
const CREDENTIALS = { kind: 'webhook', userId: 4, secret: 'storesecret' } as const
const deal = (ownerId: number) => ({ ownerId, ownerTypeId: 2 })

/** A portal in which order 1 has no owner, at noon. */
function aPortal() {
  const portal = createPortal({ now: () => NOON })
  portal.data.bindings.delete(1)
  const call = (method: string, params: Params) => answerRest(portal, { method, params, credentials: CREDENTIALS })
  const row = (owner: object) => ({ fields: { orderId: 1, ...owner } })
  return { portal, call, control: controlPortal(portal), row }
}

describe('the history of bindings', () => {
  it('tells when who changed what, from what, to what', async () => {
    const { call, control, row } = aPortal()
    await call('crm.orderentity.add', row(deal(201)))
    await call('crm.orderentity.add', row(deal(202)))
    await call('crm.orderentity.deletebyfilter', row(deal(202)))
    expect(control.history()).toEqual([
      { at: NOON, orderId: 1, before: null, after: deal(201), user: 4 },
      { at: NOON, orderId: 1, before: deal(201), after: deal(202), user: 4 },
      { at: NOON, orderId: 1, before: deal(202), after: null, user: 4 },
    ])
  })

  it('names nobody where somebody changed a binding past the REST interface', () => {
    const { control } = aPortal()
    control.binding({ orderId: 1, ...deal(203) })
    expect(control.history()).toMatchObject([{ orderId: 1, after: deal(203), user: null }])
  })

  it('knows bindings that came and went with their orders', async () => {
    const { call, control, portal } = aPortal()
    const fields = { lid: 's1', personTypeId: 1, currency: 'USD' }
    await call('sale.order.add', { fields })
    const [made] = control.history()
    await call('sale.order.delete', { id: made?.orderId })
    expect(control.history()).toMatchObject([
      { before: null, after: { ownerTypeId: 2 } },
      { before: made?.after, after: null },
    ])
    expect(portal.data.bindings.has(made?.orderId ?? 0)).toBe(false)
  })

  it('is silent about a refused change, and about one that changed nothing', async () => {
    const { call, control, row } = aPortal()
    await call('crm.orderentity.deletebyfilter', row(deal(201)))
    control.binding({ orderId: 1, ownerId: null })
    expect(control.history()).toEqual([])
  })

  it('begins anew with a reset', () => {
    const { control } = aPortal()
    control.binding({ orderId: 1, ...deal(203) })
    control.reset()
    expect(control.history()).toEqual([])
  })
})

describe('a test between two commands of a batch', () => {
  it('sees each of them before it runs, and may change the portal', async () => {
    const { call, control, portal } = aPortal()
    const seen: string[] = []
    portal.beforeCommand = (method) => {
      seen.push(method)
      if (method === 'crm.orderentity.add') control.binding({ orderId: 1, ...deal(203) })
    }
    const add = 'crm.orderEntity.add?fields[orderId]=1&fields[ownerId]=201&fields[ownerTypeId]=2'
    await call('batch', { cmd: { read: 'crm.orderentity.list?filter[orderId]=1', write: add } })
    expect(seen).toEqual(['crm.orderentity.list', 'crm.orderentity.add'])
    expect(control.history()).toMatchObject([{ after: deal(203) }, { before: deal(203), after: deal(201), user: 4 }])
  })
})
