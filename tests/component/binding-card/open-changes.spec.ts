import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import ChangePanel from '@/features/binding-card/change-panel/ChangePanel.vue'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { useWriteRightStore } from '@/features/binding-card/store/write-right-store'
import { useOrderNamesStore } from '@/features/order-search/order-names-store'
import PageFrame from '@/pages/PageFrame.vue'
import { setFaults } from '@emulator/faults/faults'
import { anOrder } from '@tests/support/builders'
import { expectOnConsole } from '@tests/support/console-watch'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'
import { steppedClock } from '@tests/support/stepped-clock'
import { click, waitForText } from '@tests/support/tab-steps'

const ADD = 'crm.orderentity.add'
const LIST = 'crm.orderentity.list'
const CHECKING = 'Checking with the portal what it did'
const IN_SHORT = ': the change is being checked.'

/** A page with the panel of one order without an owner, which may be taken away. */
function openPage({ isNumberKnown = true } = {}) {
  const { local, portal } = openPortal()
  // The question about rights is a write by name, which the faults below would count.
  portal.bindings.readWriteRight = async () => 'yes'
  const clock = steppedClock()
  const orderId = readSample(local, 'unbound').orderId
  const orderNumber = String(isNumberKnown ? 1000 + orderId : orderId)
  const hasPanel = ref(true)
  const stores: { binding: ReturnType<typeof useBindingStore>; names: ReturnType<typeof useOrderNamesStore> }[] = []
  const host = defineComponent({
    setup() {
      const names = useOrderNamesStore()
      stores.push({ binding: useBindingStore(), names })
      if (isNumberKnown) names.note(anOrder({ id: orderId, number: orderNumber }))
      void useWriteRightStore().ask()
      const panel = () => (hasPanel.value ? h(ChangePanel, { orderId }) : undefined)
      return () => h(PageFrame, { title: 'Orders', about: '' }, panel)
    },
  })
  const page = mountWith(host, { portal, clock })
  const [opened] = stores
  if (!opened) throw new Error('The page did not open its stores')
  const { binding: store, names } = opened
  return { local, portal, page, clock, store, names, orderId, orderNumber, hasPanel }
}

type OpenedPage = ReturnType<typeof openPage>

/** Asks to bind the order; the answer of the write is lost, and so is every reading until the faults are taken away. */
async function loseWrite({ local, store, orderId }: OpenedPage, kind: 'cut-before' | 'cut-after'): Promise<void> {
  // The first reading comes before the write, the second one travels with it.
  const readings = [3, 4, 5, 6, 7].map((nth) => faultOf(LIST, { kind: 'cut-before' }, { nth }))
  setFaults(local, [faultOf(ADD, { kind }, { nth: 1 }), ...readings])
  void store.change({ orderId, after: readSample(local, 'moveTarget').owner })
  await eventually(() => expect(store.taskOf(orderId).kind).toBe('checking'))
}

async function takePanelAway({ hasPanel }: OpenedPage): Promise<void> {
  hasPanel.value = false
  await nextTick()
}

/** Lets the time of the next readings come, until the change has an end. */
async function untilEnded({ clock, store, orderId }: OpenedPage): Promise<void> {
  await eventually(() => {
    clock.step()
    expect(store.taskOf(orderId).kind).not.toBe('checking')
  })
}

const announced = ({ page }: OpenedPage): string =>
  findAllByRole(page, 'status')
    .map(({ element }) => readText(element))
    .join('|')

function mayLeave(): boolean {
  return window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

describe('a write that is being checked', () => {
  it('is named at the top in short, and announced by its panel alone', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-before')
    await waitForText(opened.page, `Order ${opened.orderNumber}${IN_SHORT}`)
    expect(announced(opened)).toContain(CHECKING)
    expect(announced(opened)).not.toContain(IN_SHORT)
    expect(readText(opened.page.element).split(CHECKING)).toHaveLength(2)
  })

  it('stays in sight when the search, the row or the panel that began it is gone', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-before')
    await takePanelAway(opened)
    expect(announced(opened)).toMatch(new RegExp(`Order ${opened.orderNumber}\\s*The answer was lost. ${CHECKING}`))
    expect(readText(opened.page.element)).not.toContain(IN_SHORT)
  })

  it('is named by number and ID once an order of the same number is shown, though its own row is gone', async () => {
    const opened = openPage()
    const { names, orderId, orderNumber } = opened
    await loseWrite(opened, 'cut-before')
    await takePanelAway(opened)
    names.note(anOrder({ number: orderNumber }))
    await nextTick()
    expect(announced(opened)).toContain(`Order ${orderNumber} (ID ${orderId})`)
  })

  it('is named by its ID where the number is not known', async () => {
    const opened = openPage({ isNumberKnown: false })
    await loseWrite(opened, 'cut-before')
    await takePanelAway(opened)
    expect(announced(opened)).toContain(`Order with ID ${opened.orderId}`)
  })

  it('goes back to a panel that comes again', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-before')
    await takePanelAway(opened)
    opened.hasPanel.value = true
    await waitForText(opened.page, IN_SHORT)
    expect(readText(opened.page.element).split(CHECKING)).toHaveLength(2)
  })
})

describe('a write that is sent', () => {
  it('is shown at the top only where no panel shows it', async () => {
    const opened = openPage()
    opened.portal.bindings.write = () => new Promise(() => undefined)
    void opened.store.change({ orderId: opened.orderId, after: readSample(opened.local, 'moveTarget').owner })
    await waitForText(opened.page, 'Saving…')
    expect(opened.page.findAll('main > ul')).toHaveLength(0)
    await takePanelAway(opened)
    expect(announced(opened)).toMatch(new RegExp(`Order ${opened.orderNumber}\\s*Saving…`))
  })
})

describe('an end that no panel was there to tell', () => {
  it('is told at the top when the change was made, with undo', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    await takePanelAway(opened)
    setFaults(opened.local, [])
    await untilEnded(opened)
    await waitForText(opened.page, `Order bound: ${opened.orderNumber}`)
    await click(opened.page, 'Undo')
    await waitForText(opened.page, `Put back as it was: ${opened.orderNumber}`)
  })

  it('is told at the top when the change was not made, and offers no repeat that could ask out of sight', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-before')
    await takePanelAway(opened)
    setFaults(opened.local, [])
    await untilEnded(opened)
    await waitForText(opened.page, 'The change was not made.')
    expect(findAllByRole(opened.page, 'button').map((button) => button.text())).toEqual(['Close'])
  })

  it('goes when it is closed, and the focus goes to the heading', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    await takePanelAway(opened)
    setFaults(opened.local, [])
    await untilEnded(opened)
    await waitForText(opened.page, 'Order bound')
    const close = opened.page.findAll('button').find((button) => button.text() === 'Close')
    close?.element.focus()
    await close?.trigger('click')
    await eventually(() => expect(document.activeElement?.tagName).toBe('H1'))
    expect(announced(opened)).toBe('')
  })

  it('is left to a panel that comes later', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    await takePanelAway(opened)
    setFaults(opened.local, [])
    await untilEnded(opened)
    opened.hasPanel.value = true
    await waitForText(opened.page, 'Order bound')
    await takePanelAway(opened)
    expect(readText(opened.page.element)).not.toContain('Order bound')
  })

  it('is not told twice where a panel told it', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    setFaults(opened.local, [])
    await untilEnded(opened)
    await waitForText(opened.page, 'Order bound')
    await takePanelAway(opened)
    expect(readText(opened.page.element)).not.toContain('Order bound')
  })
})

describe('a write whose end is not known', () => {
  async function openUnknown(): Promise<OpenedPage> {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    await untilEnded(opened)
    await takePanelAway(opened)
    expect(announced(opened)).toContain('It is not known whether the change was made')
    return opened
  }

  it('stays until it is checked again', async () => {
    const opened = await openUnknown()
    setFaults(opened.local, [])
    await click(opened.page, 'Check again')
    await waitForText(opened.page, `Order bound: ${opened.orderNumber}`)
  })

  it('stays until it is closed', async () => {
    const opened = await openUnknown()
    await click(opened.page, 'Close')
    expect(announced(opened)).toBe('')
    expect(mayLeave()).toBe(true)
  })

  it('tells that the app itself is the reason, with a code and no value', async () => {
    const opened = openPage()
    opened.portal.bindings.write = async (_wish, _before, mayLeavePage) => {
      mayLeavePage?.()
      throw new TypeError('Nora Holm is not iterable')
    }
    expectOnConsole(/TypeError: Nora/)
    void opened.store.change({ orderId: opened.orderId, after: readSample(opened.local, 'moveTarget').owner })
    await waitForText(opened.page, /Something in the app went wrong before the end was known.*Code: TypeError/)
    expect(readText(opened.page.element)).not.toContain('Nora')
    expect(findAllByRole(opened.page, 'button').map((button) => button.text())).toContain('Check again')
  })
})

describe('leaving the page', () => {
  it('is asked about while a write is unsettled, and no longer', async () => {
    const opened = openPage()
    expect(mayLeave()).toBe(true)
    await loseWrite(opened, 'cut-after')
    expect(mayLeave()).toBe(false)
    setFaults(opened.local, [])
    await untilEnded(opened)
    await nextTick()
    expect(mayLeave()).toBe(true)
  })

  it('is free when the page is gone', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    opened.page.unmount()
    expect(mayLeave()).toBe(true)
  })
})
