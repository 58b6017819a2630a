import type { Customer } from '@/domain/customer'
import type { OrderContents } from '@/domain/order-contents'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import OrderPeek from '@/features/order-peek/OrderPeek.vue'
import { aFailure, aMoment } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { openPortal, readSample } from '@tests/support/open-portal'
import { click, waitForText } from '@tests/support/tab-steps'

const ID = orderId(3)
const usd = (amount: number) => ({ amount, currency: 'USD' })

const CONTENTS: OrderContents = {
  sum: usd(259.6),
  products: [
    { name: 'Desk lamp Arc, brass', quantity: 2, sum: usd(178) },
    { name: 'Cable tray', quantity: 4, sum: usd(69.6) },
  ],
  payments: [
    {
      system: 'Bank card',
      sum: usd(259.6),
      isPaid: true,
      isReturn: false,
      paidAt: aMoment('2026-08-04T10:00:00+02:00'),
    },
  ],
  shipments: [{ number: '1003/1', delivery: 'Courier', isShipped: false, isCancelled: false }],
}

const CUSTOMER: Customer = {
  kind: 'clients',
  shown: [
    { kind: 'named', ref: { type: 'company', id: 3 }, name: 'Grünhart Interiors' },
    { kind: 'named', ref: { type: 'contact', id: 7 }, name: 'Chiara Grünhart' },
  ],
  refs: [],
}

interface Opened {
  read?: () => Promise<OrderContents>
  customer?: Customer
  language?: 'en' | 'ru'
}

function open({ read = async () => CONTENTS, customer = CUSTOMER, language }: Opened = {}) {
  const readCustomers = async () => new Map([[ID, customer]])
  const portal = fakePortal({ orders: { readContents: read, readCustomers } })
  return mountWith(OrderPeek, { portal, language, props: { orderId: ID } })
}

const openWith = (changes: Partial<OrderContents>) => open({ read: async () => ({ ...CONTENTS, ...changes }) })

describe('OrderPeek', () => {
  it('shows products, payments and shipments', async () => {
    const peek = open()
    await waitForText(peek, /Products ?Desk lamp Arc, brass × 2 ?\$178\.00 ?Cable tray × 4 ?\$69\.60/)
    await waitForText(peek, /Payments ?Bank card · Aug 4, 2026 ?\$259\.60 ?Nothing left to pay/)
    await waitForText(peek, /Shipments ?1003\/1 · Courier ?Not shipped/)
    expect(peek.element.getAttribute('aria-label')).toBe('What order 3 consists of')
  })

  it('shows them in Russian', async () => {
    await waitForText(open({ language: 'ru' }), /Товары.*178,00.*Всё оплачено.*Отгрузки.*Не отгружено/)
  })

  it('links to the cards of the customer', async () => {
    const peek = open()
    await waitForText(peek, 'Chiara Grünhart')
    const links = findAllByRole(peek, 'link').map(({ element }) => element.getAttribute('href'))
    expect(links).toEqual([
      'https://portal.example/crm/company/details/3/',
      'https://portal.example/crm/contact/details/7/',
    ])
  })

  it.each([
    ['none', { kind: 'none' }, 'No customer'],
    ['the checkout form', { kind: 'buyer', name: 'Ada' }, 'Ada · from the checkout form'],
    [
      'one who is not visible',
      { kind: 'clients', shown: [{ kind: 'hidden', ref: { type: 'contact', id: 7 } }], refs: [] },
      'Contact 7, not visible to you',
    ],
  ] satisfies [string, Customer, string][])(
    'names a customer who has no card to open: %s',
    async (_, customer, told) => {
      const peek = open({ customer })
      await waitForText(peek, told)
      expect(findAllByRole(peek, 'link')).toEqual([])
    },
  )

  it('says what there is none of', async () => {
    const peek = openWith({ products: [], payments: [], shipments: [] })
    await waitForText(peek, /No products.*No payments.*\$259\.60 left to pay.*No shipments/)
  })

  it.each([
    ['a part', { shipments: 'unread' }, /Shipments ?Could not be read/],
    ['a name', { products: [{ quantity: 1, sum: usd(5) }] }, /name not readable × 1 ?\$5\.00/],
    ['a quantity', { products: [{ name: 'Lamp', sum: usd(5) }] }, /Lamp ?\$5\.00/],
    ['a sum', { products: [{ name: 'Lamp', quantity: 1 }] }, /Lamp × 1 ?sum not readable/],
    ['whether it is paid', { payments: [{ system: 'Card', sum: usd(5) }] }, /Card · payment not readable ?\$5\.00/],
    [
      'whether it is shipped',
      { shipments: [{ number: '1', delivery: 'Post' }] },
      /1 · Post ?not readable whether shipped/,
    ],
  ] satisfies [string, Partial<OrderContents>, RegExp][])(
    'says where it could not be read: %s',
    async (_, changes, told) => {
      await waitForText(openWith(changes), told)
    },
  )

  it.each([
    ['not paid', { payments: [{ system: 'Card', sum: usd(5), isPaid: false, isReturn: false }] }, /Card · Not paid/],
    ['paid back', { payments: [{ system: '', sum: usd(5), isPaid: true, isReturn: true }] }, /Payment · paid back/],
    ['shipped', { shipments: [{ number: '1', delivery: '', isShipped: true, isCancelled: false }] }, /1 ?Shipped/],
    [
      'cancelled',
      { shipments: [{ number: '', delivery: '', isShipped: false, isCancelled: true }] },
      /Shipment ?Cancelled/,
    ],
  ] satisfies [string, Partial<OrderContents>, RegExp][])(
    'tells the state of a document: %s',
    async (_, changes, told) => {
      await waitForText(openWith(changes), told)
    },
  )

  it('holds its place while it reads', () => {
    const peek = open({ read: () => new Promise(() => undefined) })
    expect(peek.element.getAttribute('aria-busy')).toBe('true')
    expect(readText(peek.element)).toMatch(/Products.*Reading the order….*Payments.*Shipments/)
  })

  it('says why it could not be read, and reads again', async () => {
    let isDown = true
    const peek = open({ read: async () => (isDown ? Promise.reject(aFailure({ kind: 'timeout' })) : CONTENTS) })
    await waitForText(peek, /could not be read: the portal did not answer in time/i)
    isDown = false
    await click(peek, 'Try again')
    await waitForText(peek, 'Desk lamp Arc')
    expect(findAllByRole(peek, 'alert')).toEqual([])
  })

  it('shows the order that has taken the place, not the answer about the one before', async () => {
    const waiting: (() => void)[] = []
    const read = (name: string) =>
      new Promise<OrderContents>((resolve) => {
        waiting.push(() => resolve({ ...CONTENTS, products: [{ name, quantity: 1 }] }))
      })
    const peek = open({ read: () => read(waiting.length === 0 ? 'First' : 'Second') })
    await peek.setProps({ orderId: orderId(4) })
    waiting.toReversed().forEach((answer) => answer())
    await waitForText(peek, 'Second')
    expect(readText(peek.element)).not.toContain('First')
  })

  it('asks the portal for one thing once', async () => {
    const { portal, local, transport } = openPortal()
    const peek = mountWith(OrderPeek, { portal, props: { orderId: readSample(local, 'move').orderId } })
    await waitForText(peek, /Nothing left to pay/)
    await eventually(() => expect(findAllByRole(peek, 'link').length).toBeGreaterThan(0))
    expect(JSON.stringify(transport.requests).match(/sale\.order\.get/g)).toHaveLength(1)
  })
})
