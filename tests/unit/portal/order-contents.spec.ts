import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'

const PRODUCT = { name: 'Desk lamp', quantity: 2, price: 10.5, currency: 'USD' }
const PAYMENT = { paySystemName: 'Card', sum: 21, currency: 'USD', paid: 'N', datePaid: null, isReturn: 'N' }
const SHIPMENT = { accountNumber: '1003/1', deliveryName: 'Courier', deducted: 'Y', canceled: 'N' }
const ORDER = { price: 21, currency: 'USD', basketItems: [PRODUCT], payments: [PAYMENT], shipments: [SHIPMENT] }

const UNPAID = { system: 'Card', isPaid: false, isReturn: false }
const usd = (amount: number) => ({ amount, currency: 'USD' })

/** Reads an order of which the portal says other things. */
function readWith(changes: Record<string, unknown>) {
  const result = { order: { ...ORDER, ...changes } }
  const { portal } = openPortal({ faults: [faultOf('sale.order.get', { kind: 'wrong-shape', result })] })
  return portal.orders.readContents(orderId(3))
}

describe('readContents', () => {
  it('reads products, payments and shipments with the names of systems and deliveries, in one request', async () => {
    const { portal, local, transport } = openPortal()
    const { orderId: id } = readSample(local, 'move')
    const stored = local.data.orders.get(id)
    const contents = await portal.orders.readContents(id)
    expect(transport.requests).toHaveLength(1)
    expect(contents.sum).toEqual({ amount: stored?.price, currency: stored?.currency })
    expect(contents.products).toEqual(
      stored?.basketItems.map(({ name, quantity, price, currency }) => ({
        name,
        quantity,
        sum: { amount: price * quantity, currency },
      })),
    )
    expect(contents.payments).toEqual([
      {
        system: stored?.payments[0]?.paySystemName,
        sum: { amount: stored?.payments[0]?.sum, currency: 'USD' },
        isPaid: true,
        paidAt: expect.objectContaining({ at: expect.any(Number) }),
        isReturn: false,
      },
    ])
    expect(contents.shipments).toEqual([
      {
        number: stored?.shipments[0]?.accountNumber,
        delivery: stored?.shipments[0]?.deliveryName,
        isShipped: false,
        isCancelled: false,
      },
    ])
  })

  it('takes numbers that come as texts', async () => {
    const contents = await readWith({ basketItems: [{ ...PRODUCT, quantity: '2', price: '10.50' }] })
    expect(contents.products).toEqual([{ name: 'Desk lamp', quantity: 2, sum: { amount: 21, currency: 'USD' } }])
  })

  it.each([
    ['a name', { basketItems: [{ ...PRODUCT, name: null }] }, { products: [{ quantity: 2, sum: usd(21) }] }],
    ['a quantity', { basketItems: [{ ...PRODUCT, quantity: 'two' }] }, { products: [{ name: 'Desk lamp' }] }],
    ['a price', { basketItems: [{ ...PRODUCT, price: [] }] }, { products: [{ name: 'Desk lamp', quantity: 2 }] }],
    ['a currency', { payments: [{ ...PAYMENT, currency: '' }] }, { payments: [{ ...UNPAID }] }],
    ['a date', { payments: [{ ...PAYMENT, datePaid: 'soon' }] }, { payments: [{ ...UNPAID, sum: usd(21) }] }],
    [
      'a flag',
      { shipments: [{ ...SHIPMENT, deducted: 1 }] },
      { shipments: [{ number: '1003/1', delivery: 'Courier', isCancelled: false }] },
    ],
    [
      'a whole row',
      { shipments: ['nothing', SHIPMENT] },
      { shipments: [{}, expect.objectContaining({ isShipped: true })] },
    ],
    ['the sum of the order', { price: 'much' }, { sum: undefined }],
  ])('loses only the cell of an odd value: %s', async (_, sent, left) => {
    expect(await readWith(sent)).toEqual({ ...(await readWith({})), ...left })
  })

  it.each([
    ['basketItems', 'products'],
    ['payments', 'payments'],
    ['shipments', 'shipments'],
  ] as const)('keeps the rest where %s is no list', async (sentAs, part) => {
    const contents = await readWith({ [sentAs]: null })
    expect(contents[part]).toBe('unread')
    expect(Object.values(contents).filter((one) => one === 'unread')).toHaveLength(1)
  })

  it('says that there is no such order', async () => {
    await expect(openPortal().portal.orders.readContents(orderId(999_999))).rejects.toMatchObject({
      kind: 'order-gone',
    })
  })
})
