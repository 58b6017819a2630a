import type { VNodeChild } from 'vue'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref, watch } from 'vue'
import { useMistakes } from '@/app/useMistakes'
import { orderId } from '@/domain/id'
import FailureNotice from '@/ui/FailureNotice.vue'
import { anOrder, anOwner, anOwnerRef, anOwnerType, aSession } from '@tests/support/builders'
import { expectOnConsole } from '@tests/support/console-watch'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { mountApp } from '@tests/support/mount-app'
import { click, waitForText } from '@tests/support/tab-steps'

const SENTENCE = 'something in the app went wrong.'
const SECRET = 'Nora Holm'

/** A function of the portal with a mistake in it; its message holds what nobody may see. */
async function mistaken(): Promise<never> {
  throw new TypeError(`${SECRET} is not iterable`)
}

/** Opens a page of the app on a portal with a mistake somewhere. */
function openApp(overrides: PortalOverrides, placement: PortalOverrides['session'] = {}) {
  const session = aSession({ placement: { code: 'DEFAULT' }, ...placement })
  return mountApp(
    fakePortal({
      orders: { find: async () => ({ rows: [anOrder()] }), read: async () => new Map(), ...overrides.orders },
      owners: { find: async () => ({ rows: [anOwner()] }), read: async () => new Map(), ...overrides.owners },
      ownerTypes: { read: async () => [anOwnerType()], ...overrides.ownerTypes },
      bindings: {
        readOfOrders: async () => new Map(),
        readOfOwner: async () => ({ rows: [{ orderId: orderId(42), owner: anOwnerRef() }], total: 1 }),
        ...overrides.bindings,
      },
      options: { ...overrides.options },
      session,
    }),
  )
}

const OWNER_TAB = { placement: { code: 'CRM_DEAL_DETAIL_TAB', ownerTypeId: anOwnerRef().typeId, objectId: 12 } }
const ORDER_TAB = { placement: { code: 'CRM_ORDER_DETAIL_TAB', objectId: 42 } }

/** The sentence stands on the page once, with a code and a way to go on, and without the value. */
async function expectSentence(app: ReturnType<typeof openApp>): Promise<void> {
  await waitForText(app, SENTENCE)
  await click(app, 'Details')
  expect(readText(app.element)).toMatch(/TypeError( [\w.-]+:\d+:\d+)?/)
  expect(readText(app.element)).not.toContain(SECRET)
  expect(findByRole(app, 'button', 'Reload').exists()).toBe(true)
}

describe('a mistake in what a page asks for', () => {
  it.each<[string, PortalOverrides, PortalOverrides['session']]>([
    ['the list of orders', { orders: { find: mistaken } }, {}],
    ['the owners of the listed orders', { bindings: { readOfOrders: mistaken } }, {}],
    ['the statuses, without which the search goes on', { orders: { readStatuses: mistaken } }, {}],
    ['the customers, without which the list stands', { orders: { readCustomers: mistaken } }, {}],
    ['the facts of an order', { orders: { read: mistaken } }, ORDER_TAB],
    ["an owner's orders", { bindings: { readOfOwner: mistaken } }, OWNER_TAB],
    ["the facts of an owner's orders", { orders: { read: mistaken } }, OWNER_TAB],
    ['the owner types', { ownerTypes: { read: mistaken } }, OWNER_TAB],
  ])('is said on the page and reported once: %s', async (_, overrides, session) => {
    expectOnConsole(/TypeError: Nora/)
    await expectSentence(openApp(overrides, session))
  })

  it.each<[string, PortalOverrides]>([
    ['the owner types', { ownerTypes: { read: mistaken } }],
    ['the owners of a type', { owners: { find: mistaken } }],
    ['the stages of owners, without which the list stands', { owners: { readDetails: mistaken } }],
    [
      'the recent owners, without which the search goes on',
      { owners: { read: mistaken }, options: { readRecentOwners: () => [anOwnerRef()] } },
    ],
  ])('is said where an owner is chosen: %s', async (_, overrides) => {
    expectOnConsole(/TypeError: Nora/)
    const app = openApp(overrides)
    await waitForText(app, 'Order 1042')
    await click(app, 'Choose an owner for order 1042')
    await expectSentence(app)
  })

  it('is said where customers are searched by name, and the found orders stay', async () => {
    expectOnConsole(/TypeError: Nora/)
    const app = openApp({ orders: { findOfCustomers: mistaken } })
    await waitForText(app, 'Order 1042')
    await app.find('input[type=search]').setValue('mara')
    await expectSentence(app)
    await waitForText(app, 'Order 1042')
  })
})

/** A page that is shown by what the shell of the app uses. */
function openShell(setup: () => () => VNodeChild) {
  const page = { setup }
  const shell = defineComponent({
    setup() {
      const mistake = useMistakes()
      return () => h('main', [mistake.value && h(FailureNotice, { failure: mistake.value }), h(page)])
    },
  })
  return mountWith(shell)
}

function fail(text = SECRET): never {
  throw new TypeError(text)
}

describe('useMistakes', () => {
  const button = (onClick: () => unknown) => h('button', { onClick }, 'Go')

  it.each<[string, () => () => VNodeChild]>([
    ['a handler', () => () => button(() => fail())],
    ['a handler that is waited for', () => () => button(async () => fail())],
    [
      'a watcher',
      () => {
        const count = ref(0)
        watch(count, () => fail())
        return () => button(() => (count.value += 1))
      },
    ],
    [
      'a rendering',
      () => {
        const isBroken = ref(false)
        return () => (isBroken.value ? fail() : button(() => (isBroken.value = true)))
      },
    ],
  ])('shows the mistake of %s', async (_, page) => {
    expectOnConsole(/TypeError: Nora/)
    const shell = openShell(page)
    await findByRole(shell, 'button', 'Go').trigger('click')
    await waitForText(shell, SENTENCE)
    expect(readText(shell.element)).not.toContain(SECRET)
  })

  it('shows the mistake of a page that cannot be made at all', async () => {
    expectOnConsole(/TypeError: Nora/)
    // Vue's own remark in development: the page has nothing to render.
    expectOnConsole(/missing template/)
    const shell = openShell(() => fail())
    await waitForText(shell, SENTENCE)
  })

  it('keeps the page as it is', async () => {
    expectOnConsole(/TypeError: Nora/)
    const shell = openShell(() => () => [h('p', 'Order 1042'), button(() => fail())])
    await findByRole(shell, 'button', 'Go').trigger('click')
    await waitForText(shell, /something in the app went wrong.*Order 1042/)
  })

  it('shows the first of several, and reports each', async () => {
    expectOnConsole(/TypeError: first/)
    expectOnConsole(/TypeError: second/)
    const texts = ['first', 'second']
    const shell = openShell(() => () => button(() => fail(texts.shift())))
    for (let clicks = 0; clicks < 2; clicks += 1) await findByRole(shell, 'button', 'Go').trigger('click')
    expect(findAllByRole(shell, 'alert')).toHaveLength(1)
  })

  const uncaught = (error: unknown) => new ErrorEvent('error', { error, cancelable: true })
  const rejected = (reason: unknown) =>
    Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason, promise: Promise.resolve() })
  const extension = Object.assign(new TypeError('foreign'), { stack: 'at f (chrome-extension://abc/x.js:1:1)' })

  it.each([
    ['an error that nobody caught', uncaught(new TypeError(SECRET))],
    ['a rejection that nobody caught', rejected(new TypeError(SECRET))],
  ])('shows %s, and reports it in place of the browser', async (_, event) => {
    expectOnConsole(/TypeError: Nora/)
    const shell = openShell(() => () => h('p', 'Order 1042'))
    window.dispatchEvent(event)
    await waitForText(shell, SENTENCE)
    expect(event.defaultPrevented).toBe(true)
  })

  it.each([
    ["a browser's remark on a ResizeObserver", uncaught(undefined)],
    ['a mistake in an extension', uncaught(extension)],
    ['a rejection in an extension', rejected(extension)],
  ])('leaves to the browser: %s', async (_, event) => {
    const shell = openShell(() => () => h('p', 'Order 1042'))
    window.dispatchEvent(event)
    await nextTick()
    expect([event.defaultPrevented, readText(shell.element)]).toEqual([false, 'Order 1042'])
  })

  it('listens no longer than it is there', () => {
    openShell(() => () => h('p')).unmount()
    const event = rejected(new TypeError('later'))
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })
})
