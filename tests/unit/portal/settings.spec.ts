import { describe, expect, it } from 'vitest'
import { asFailure } from '@/domain/failure'
import { orderId } from '@/domain/id'
import { DEFAULT_SETTINGS } from '@/domain/settings'
import { openPortal } from '@tests/support/open-portal'

const EMPLOYEE = 3

const opened = (appOptions: unknown) => openPortal({ context: { appOptions } }).portal

describe('settings.read', () => {
  it.each([
    [[]],
    [undefined],
    [''],
    [{}],
    [{ ordersMode: 'both', suggests: 'yes', offersInvoices: 1, guardedMoves: null, storageSize: 'much' }],
  ])('gives what holds by default where the portal tells %j', (appOptions) => {
    expect(opened(appOptions).settings.read()).toEqual(DEFAULT_SETTINGS)
  })

  it('gives what an administrator has set; a value that this version does not know spoils no other', () => {
    const appOptions = {
      ordersMode: 'with-orders',
      suggests: 'N',
      offersInvoices: 'Y',
      guardedMoves: 'maybe',
      storageSize: '4096',
    }
    expect(opened(appOptions).settings.read()).toEqual({
      ordersMode: 'with-orders',
      suggests: false,
      offersInvoices: true,
      guardedMoves: false,
      storageSize: 4096,
    })
  })
})

describe('settings.save', () => {
  it('keeps in the portal what was changed, and nothing else', async () => {
    const { local, portal } = openPortal()
    await portal.settings.save({ ordersMode: 'with-orders', suggests: false })
    expect(local.app.options).toEqual({ ordersMode: 'with-orders', suggests: 'N' })
    expect(portal.settings.read()).toEqual({ ...DEFAULT_SETTINGS, ordersMode: 'with-orders', suggests: false })
  })

  it('shows cards of orders from then on', async () => {
    const { portal } = openPortal()
    await portal.settings.save({ ordersMode: 'with-orders' })
    expect(portal.orders.cardPath(orderId(3))).toBe('/shop/orders/details/3/')
  })

  it('changes nothing for whoever is no administrator, and says so as a missing right', async () => {
    const { local, portal } = openPortal({ user: EMPLOYEE, settings: { refusals: 'other-sources' } })
    const failure = asFailure(await portal.settings.save({ suggests: false }).catch((error: unknown) => error))
    expect([failure.kind, failure.changed]).toEqual(['access-denied', 'no'])
    expect([local.app.options, portal.settings.read()]).toEqual([{}, DEFAULT_SETTINGS])
  })
})
