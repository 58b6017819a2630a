import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { withEarlyReads } from '@/app/early-reads'
import { orderId } from '@/domain/id'
import { anOwnerRef } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { faultOf, openPortal } from '@tests/support/open-portal'

const APP = { placement: 'DEFAULT' }
const DEAL_TAB = { placement: 'CRM_DEAL_DETAIL_TAB', placementOptions: { ID: '202' } }
const ORDER_TAB = { placement: 'CRM_ORDER_DETAIL_TAB', placementOptions: { ID: '3' } }
const DEAL = anOwnerRef(202)

async function openEarly(context: OpenPortalOptions['context'], options: OpenPortalOptions = {}) {
  const { portal: late, transport } = openPortal({ ...options, context })
  const portal = withEarlyReads(late)
  await eventually(() => expect(transport.requests.length).toBeGreaterThan(0))
  const started = transport.requests.length
  /** How many requests were sent since. */
  const sentSince = () => transport.requests.length - started
  return { portal, late, transport, sentSince }
}

/** The commands of the requests so far, those of a batch in their order. */
function commandsOf(requests: readonly { method: string; params: Record<string, unknown> }[]): string[][] {
  return requests.map(({ method, params }) =>
    method === 'batch' ? Object.values(Object(params.cmd)).map((text) => String(text).split('?')[0] ?? '') : [method],
  )
}

const TYPES = 'crm.enum.getorderownertypes'
const PROBE = 'crm.orderentity.add'

describe('withEarlyReads', () => {
  it.each([
    ['deal tab', DEAL_TAB, [[TYPES], ['crm.orderentity.list', 'sale.order.list', PROBE]]],
    ['order tab', ORDER_TAB, [[TYPES], ['crm.orderentity.list', 'crm.item.get', 'sale.order.list', PROBE]]],
    ['app page', APP, [['sale.order.list', 'crm.orderentity.list', PROBE]]],
  ])('starts what the %s needs first, what is needed last at the end', async (_, context, commands) => {
    const { transport } = await openEarly(context)
    expect(commandsOf(transport.requests)).toEqual(commands)
  })

  it('starts nothing for a place without a page', async () => {
    const { portal, transport } = openPortal({ context: { placement: 'CRM_LEAD_DETAIL_TAB' } })
    expect(withEarlyReads(portal)).toBe(portal)
    expect(transport.requests).toEqual([])
  })

  it('gives the page of a deal what it asks for first, without asking again', async () => {
    const { portal, late, sentSince } = await openEarly(DEAL_TAB)
    const [types, right, page] = await Promise.all([
      portal.ownerTypes.read(),
      portal.bindings.readWriteRight(),
      portal.orders.readOfOwner(DEAL, undefined),
    ])
    expect(sentSince()).toBe(0)
    expect(types).toEqual(await late.ownerTypes.read())
    expect(right).toBe('yes')
    expect(page).toEqual(await late.orders.readOfOwner(DEAL))
  })

  it('gives the other pages what they ask for first', async () => {
    const order = await openEarly(ORDER_TAB)
    expect(await order.portal.orders.readWithOwner(orderId(3))).toMatchObject({ order: { id: 3 } })
    expect(order.sentSince()).toBe(0)
    const app = await openEarly(APP)
    expect((await app.portal.orders.findWithOwners({ cursor: undefined })).rows).toHaveLength(50)
    expect(app.sentSince()).toBe(0)
  })

  it('gives each answer once', async () => {
    const { portal, transport, sentSince } = await openEarly(DEAL_TAB)
    await portal.orders.readOfOwner(DEAL)
    await portal.orders.readOfOwner(DEAL)
    expect(sentSince()).toBe(1)
    expect(transport.requests.at(-1)?.method).toBe('batch')
  })

  it('drops the answer where the page wants something else first', async () => {
    const { portal, sentSince } = await openEarly(APP)
    const { rows } = await portal.orders.findWithOwners({ text: '1003' })
    expect(rows.map(({ number }) => number)).toEqual(['1003'])
    await portal.orders.findWithOwners({})
    expect(sentSince()).toBe(2)
  })

  it('gives the failure to whoever asks, and asks anew after it', async () => {
    const fault = faultOf('sale.order.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 1 })
    const { portal } = await openEarly(APP, { faults: [fault] })
    await expect(portal.orders.findWithOwners({})).rejects.toMatchObject({ kind: 'portal-error' })
    expect((await portal.orders.findWithOwners({})).rows).toHaveLength(50)
  })

  it('leaves everything else as it is', async () => {
    const { portal, late } = await openEarly(DEAL_TAB)
    expect(portal.owners).toBe(late.owners)
    expect(portal.orders.read).toBe(late.orders.read)
    expect(portal.bindings.write).toBe(late.bindings.write)
    expect(portal.ownerTypes.isSearchable).toBe(late.ownerTypes.isSearchable)
  })
})
