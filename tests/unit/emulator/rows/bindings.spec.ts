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
    const add = 'crm.orderentity.add'
    expect(control.history()).toEqual([
      { at: NOON, orderId: 1, before: null, after: deal(201), user: 4, request: { call: 1, method: add } },
      { at: NOON, orderId: 1, before: deal(201), after: deal(202), user: 4, request: { call: 2, method: add } },
      {
        ...{ at: NOON, orderId: 1, before: deal(202), after: null, user: 4 },
        request: { call: 3, method: 'crm.orderentity.deletebyfilter' },
      },
    ])
  })

  it('names the command of a batch that made a change, and the number of the batch in the log', async () => {
    const { call, control } = aPortal()
    await call('profile', {})
    const write = (ownerId: number) =>
      `crm.orderEntity.add?fields[orderId]=1&fields[ownerId]=${ownerId}&fields[ownerTypeId]=2`
    await call('batch', { cmd: { one: write(201), none: 'profile', other: write(202) } })
    const requests = control.history().map(({ request }) => request)
    expect(requests).toEqual([
      { call: 2, method: 'crm.orderEntity.add', command: 'one' },
      { call: 2, method: 'crm.orderEntity.add', command: 'other' },
    ])
    expect(control.calls().find(({ number }) => number === requests[0]?.call)).toMatchObject({ method: 'batch' })
  })

  it('tells two requests apart where one is sent from within the other', async () => {
    const { call, control, portal, row } = aPortal()
    portal.beforeCommand = (_, { key }) => void (key === 'last' && call('crm.orderentity.add', row(deal(203))))
    const write = 'crm.orderEntity.add?fields[orderId]=1&fields[ownerId]=201&fields[ownerTypeId]=2'
    await call('batch', { cmd: { first: write, last: write } })
    expect(control.history().map(({ request }) => [request?.call, request?.command])).toEqual([
      [2, 'first'],
      [1, undefined],
      [2, 'last'],
    ])
  })

  it('names a request whose answer was lost', async () => {
    const { call, control, row } = aPortal()
    control.faults([{ method: 'crm.orderentity.add', when: { nth: 1 }, effect: { kind: 'cut-after' } }])
    await call('crm.orderentity.add', row(deal(201)))
    const [record] = control.history()
    expect(control.calls().find(({ number }) => number === record?.request?.call)).toMatchObject({ status: 0 })
  })

  it('names nobody where somebody changed a binding past the REST interface', () => {
    const { control } = aPortal()
    control.binding({ orderId: 1, ...deal(203) })
    expect(control.history()).toMatchObject([{ orderId: 1, after: deal(203), user: null, request: null }])
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
    expect(control.history()).toMatchObject([
      { after: deal(203), request: null },
      { before: deal(203), after: deal(201), user: 4 },
    ])
  })

  it('knows the key, the parameters with their references filled in, and the person', async () => {
    const { call, portal } = aPortal()
    const seen: unknown[] = []
    portal.beforeCommand = (_, command) => void seen.push(command)
    await call('batch', { cmd: { me: 'user.Current', mine: 'profile?id=$result[me][ID]' } })
    expect(JSON.parse(JSON.stringify(seen))).toEqual([
      { key: 'me', method: 'user.Current', params: {}, user: 4 },
      { key: 'mine', method: 'profile', params: { id: '4' }, user: 4 },
    ])
  })

  it('is not asked about calls by themselves', async () => {
    const { call, portal } = aPortal()
    const seen: string[] = []
    portal.beforeCommand = (method) => void seen.push(method)
    await call('profile', {})
    expect(seen).toEqual([])
  })
})
