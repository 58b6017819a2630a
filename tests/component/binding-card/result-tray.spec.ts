import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { orderId as orderIdOf } from '@/domain/id'
import ChangePanel from '@/features/binding-card/change-panel/ChangePanel.vue'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { useWriteRightStore } from '@/features/binding-card/store/write-right-store'
import '@/features/binding-card/tray/ResultTray.vue'
import { useOrderNamesStore } from '@/features/order-search/order-names-store'
import PageFrame from '@/pages/PageFrame.vue'
import { setFaults } from '@emulator/faults/faults'
import { anOrder } from '@tests/support/builders'
import { expectOnConsole } from '@tests/support/console-watch'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'
import { steppedClock } from '@tests/support/stepped-clock'
import { click, waitForText } from '@tests/support/tab-steps'

const ADD = 'crm.orderentity.add'
const LIST = 'crm.orderentity.list'
const CHECKING = 'Being checked: the portal has not confirmed the change yet.'

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
    .join('')

const linesOf = ({ page }: OpenedPage): string[] =>
  page.findAll('main > section > ul > li').map(({ element }) => readText(element))
/** Those of the tray: the page has its own beside its heading. */
const buttonsOf = ({ page }: OpenedPage): string[] =>
  findAllByRole(page, 'button')
    .filter(({ element }) => !element.closest('header'))
    .map((button) => button.text())
const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label')

function mayLeave(): boolean {
  return window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

/** A change that is answered at once. */
async function bindNow({ store, local, orderId }: OpenedPage, sample = 'moveTarget'): Promise<void> {
  await store.change({ orderId, after: readSample(local, sample).owner })
  if (store.taskOf(orderId).kind === 'asked') await store.confirm(orderId)
  await nextTick()
}

/** Somebody else moves the order. */
function moveElsewhere({ local, orderId }: OpenedPage): void {
  const { owner } = readSample(local, 'dealWithoutOrders')
  local.data.bindings.set(orderId, { ownerId: owner.id, ownerTypeId: owner.typeId })
}

describe('a change that was made', () => {
  it('has one line, with the new owner as a link, and its panel says nothing', async () => {
    const opened = openPage()
    await bindNow(opened)
    await eventually(() => expect(linesOf(opened)).toEqual([expect.stringMatching(/^1\d+ ?Bound to .+\. ?Undo$/)]))
    expect(findAllByRole(opened.page, 'link').map(({ element }) => element.closest('section')?.ariaLabel)).toHaveLength(
      1,
    )
    expect(readText(opened.page.element).match(/Bound to/g)).toHaveLength(2)
  })

  it('is announced once, whether its row is on the screen or not', async () => {
    for (const isShown of [true, false]) {
      const opened = openPage()
      opened.hasPanel.value = isShown
      await bindNow(opened)
      const said = new RegExp(`^Order ${opened.orderNumber}: Bound to .+`)
      await eventually(() => expect(announced(opened)).toMatch(said))
      opened.page.unmount()
    }
  })

  it('gives the focus to undo', async () => {
    const opened = openPage()
    await bindNow(opened)
    await eventually(() => expect(focused()).toBe(`Undo: put order ${opened.orderNumber} back as it was`))
  })

  it('leaves the focus to a person who is at work elsewhere', async () => {
    const opened = openPage()
    const elsewhere = document.body.appendChild(document.createElement('input'))
    elsewhere.focus()
    await bindNow(opened)
    await eventually(() => expect(linesOf(opened)).toHaveLength(1))
    await nextTick()
    expect(document.activeElement).toBe(elsewhere)
    elsewhere.remove()
  })

  it('is undone in its own line, which offers no second undo', async () => {
    const opened = openPage()
    await bindNow(opened)
    await click(opened.page, 'Undo')
    await eventually(() =>
      expect(linesOf(opened)).toEqual([expect.stringContaining('Put back: it has no owner again.')]),
    )
    expect(buttonsOf(opened)).toEqual([''])
    await eventually(() => expect(focused()).toBe(`Dismiss the line of order ${opened.orderNumber}`))
  })

  it('is not undone over what somebody else did since, which is told calmly', async () => {
    const opened = openPage()
    await bindNow(opened)
    moveElsewhere(opened)
    await click(opened.page, 'Undo')
    await waitForText(opened.page, /Not undone: somebody has changed the owner since, .+ It belongs to .+ now\./)
    expect(opened.page.findAll('[role=alert], .text-danger')).toHaveLength(0)
    expect(buttonsOf(opened)).toEqual([''])
  })

  it('stays through whatever happens to the rows, until it is dismissed', async () => {
    const opened = openPage()
    await bindNow(opened)
    for (const hasPanel of [false, true, false]) {
      opened.hasPanel.value = hasPanel
      await nextTick()
      expect(linesOf(opened)).toHaveLength(1)
    }
    await click(opened.page, 'Dismiss')
    expect(linesOf(opened)).toEqual([])
    expect(document.activeElement?.tagName).toBe('H1')
    expect(announced(opened)).toBe('')
  })
})

describe('several changes of one order', () => {
  it('have a line each, newest first, and only the newest can be undone', async () => {
    const opened = openPage()
    await bindNow(opened)
    await bindNow(opened, 'dealWithoutOrders')
    await eventually(() => expect(linesOf(opened)).toHaveLength(2))
    expect(linesOf(opened)[0]).toMatch(/Moved from .+ to .+ ?Undo$/)
    expect(linesOf(opened)[1]).toMatch(/Bound to .+\.$/)
  })

  it('are undone one after the other', async () => {
    const opened = openPage()
    await bindNow(opened)
    await bindNow(opened, 'dealWithoutOrders')
    await eventually(() => expect(linesOf(opened)).toHaveLength(2))
    await click(opened.page, 'Undo')
    await eventually(() => expect(linesOf(opened)[1]).toMatch(/Undo$/))
    await click(opened.page, 'Undo')
    await eventually(() => expect(linesOf(opened)[1]).toContain('Put back: it has no owner again.'))
    expect(opened.local.data.bindings.has(opened.orderId)).toBe(false)
  })

  it('do not keep the news of an earlier one that changed nothing', async () => {
    const opened = openPage()
    setFaults(opened.local, [faultOf(LIST, { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 1 })])
    await bindNow(opened)
    await waitForText(opened.page, 'Not done: the portal had an error of its own.')
    await bindNow(opened)
    await eventually(() => expect(linesOf(opened)).toEqual([expect.stringContaining('Bound to')]))
  })
})

describe('many lines', () => {
  const NUMBER = 5

  async function openMany(): Promise<OpenedPage> {
    const opened = openPage()
    const orders = [...opened.local.data.orders.keys()].slice(-NUMBER)
    for (const id of orders) await bindNow({ ...opened, orderId: orderIdOf(id) })
    return opened
  }

  it('are three, then those that are asked for', async () => {
    const opened = await openMany()
    await eventually(() => expect(linesOf(opened)).toHaveLength(3))
    await click(opened.page, 'Show 2 earlier')
    expect(linesOf(opened)).toHaveLength(NUMBER)
    await click(opened.page, 'Show fewer')
    expect(linesOf(opened)).toHaveLength(3)
  })

  it('hide none that is unsettled', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-before')
    setFaults(opened.local, [])
    const orders = [...opened.local.data.orders.keys()].filter((id) => id !== opened.orderId).slice(-NUMBER)
    for (const id of orders) await bindNow({ ...opened, orderId: orderIdOf(id) })
    await eventually(() => expect(linesOf(opened)).toHaveLength(4))
    expect(linesOf(opened).at(-1)).toContain(CHECKING)
  })
})

describe('a write that is being checked', () => {
  it('has a line with a clock, announced once, and its panel says so in short', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-before')
    await waitForText(opened.page, CHECKING)
    expect(linesOf(opened)).toEqual([expect.stringMatching(/0:00$/)])
    expect(announced(opened)).toBe(`Order ${opened.orderNumber}: ${CHECKING}`)
    expect(readText(opened.page.find('main > div').element)).toBe('Being checked…')
    expect(buttonsOf(opened)).toEqual([])
  })

  it('counts how long it takes', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-before')
    await eventually(() => expect(opened.clock.waiting()).toBe(1))
    opened.clock.step()
    // The clock of the line looks once a second.
    await eventually(() => expect(linesOf(opened)[0]).toMatch(/0:05$/))
  })

  it('settles silently to what was done', async () => {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    setFaults(opened.local, [])
    await untilEnded(opened)
    await eventually(() => expect(linesOf(opened)).toEqual([expect.stringMatching(/Bound to .+Undo$/)]))
  })

  it('is named by number and ID once an order of the same number is shown, though its own row is gone', async () => {
    const opened = openPage()
    const { names, orderId, orderNumber } = opened
    await loseWrite(opened, 'cut-before')
    await takePanelAway(opened)
    names.note(anOrder({ number: orderNumber }))
    await nextTick()
    expect(linesOf(opened)[0]).toContain(`${orderNumber} (ID ${orderId})`)
  })

  it('is named by its ID where the number is not known', async () => {
    const opened = openPage({ isNumberKnown: false })
    await loseWrite(opened, 'cut-before')
    await eventually(() => expect(linesOf(opened)[0]).toContain(`Order with ID ${opened.orderId}`))
  })
})

describe('a write that is sent', () => {
  it('has a line only where no panel shows it', async () => {
    const opened = openPage()
    opened.portal.bindings.write = () => new Promise(() => undefined)
    void opened.store.change({ orderId: opened.orderId, after: readSample(opened.local, 'moveTarget').owner })
    await waitForText(opened.page, 'Saving…')
    expect(linesOf(opened)).toEqual([])
    await takePanelAway(opened)
    expect(linesOf(opened)).toEqual([expect.stringContaining('Saving…')])
  })
})

describe('a change that was not made', () => {
  async function openRefused(effect: Parameters<typeof faultOf>[1]): Promise<OpenedPage> {
    const opened = openPage()
    setFaults(opened.local, [faultOf(LIST, effect, { nth: 1 })])
    await bindNow(opened)
    await waitForText(opened.page, 'Not done')
    return opened
  }

  it('says why in red, offers to try again, and keeps the code for those who ask', async () => {
    const opened = await openRefused({ kind: 'error', code: 'INTERNAL_SERVER_ERROR' })
    expect(linesOf(opened)[0]).toMatch(/Not done: the portal had an error of its own\./)
    expect(readText(opened.page.find('span.text-danger').element)).toBe('Not done')
    expect(readText(opened.page.element)).not.toContain('INTERNAL_SERVER_ERROR')
    await click(opened.page, 'Details')
    expect(linesOf(opened)[0]).toContain('INTERNAL_SERVER_ERROR')
    await eventually(() => findByRole(opened.page, 'button', `Try again with order ${opened.orderNumber}`))
  })

  it('has the focus on the second try, and becomes the line of what was made', async () => {
    const opened = await openRefused({ kind: 'error', code: 'INTERNAL_SERVER_ERROR' })
    await eventually(() => expect(focused()).toBe(`Try again with order ${opened.orderNumber}`))
    await click(opened.page, 'Try again')
    await eventually(() => expect(linesOf(opened)).toEqual([expect.stringMatching(/Bound to .+Undo$/)]))
  })

  it('is told in grey where a right is missing, with a request for the administrator', async () => {
    const opened = await openRefused({ kind: 'error', code: 'ACCESS_DENIED', status: 403 })
    expect(buttonsOf(opened)).toEqual(['Details', ''])
    await click(opened.page, 'Details')
    findByRole(opened.page, 'button', 'Copy a request for my administrator')
  })
})

describe('a second try that brings a question', () => {
  async function openAsked(hasPanel: boolean): Promise<OpenedPage> {
    const opened = openPage()
    moveElsewhere(opened)
    setFaults(opened.local, [faultOf(LIST, { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 1 })])
    await bindNow(opened)
    await waitForText(opened.page, 'Not done')
    opened.hasPanel.value = hasPanel
    await nextTick()
    await click(opened.page, 'Try again')
    await eventually(() => expect(opened.page.findAll('[role=group]')).toHaveLength(1))
    return opened
  }

  it('asks under the row where that is on the screen', async () => {
    const opened = await openAsked(true)
    expect(linesOf(opened)).toEqual([expect.stringContaining('Waiting for your answer.')])
  })

  it('asks in the tray where it is not, and goes on from there', async () => {
    const opened = await openAsked(false)
    expect(opened.page.find('section li [role=group]').exists()).toBe(true)
    await opened.store.confirm(opened.orderId)
    await eventually(() => expect(linesOf(opened)).toEqual([expect.stringMatching(/Moved from .+Undo$/)]))
  })

  it.each([true, false])(
    'is as it was before when the question is cancelled; asked under a row: %s',
    async (hasPanel) => {
      const opened = await openAsked(hasPanel)
      await opened.page.find('[role=group]').trigger('keydown', { key: 'Escape' })
      await eventually(() => expect(linesOf(opened)).toEqual([expect.stringContaining('Not done')]))
      expect(opened.page.find('[role=group]').exists()).toBe(false)
    },
  )
})

describe('a write whose end is not known', () => {
  async function openUnknown(): Promise<OpenedPage> {
    const opened = openPage()
    await loseWrite(opened, 'cut-after')
    await untilEnded(opened)
    await waitForText(opened.page, 'It is not known whether this was done.')
    return opened
  }

  it('stays until it is checked again, and cannot be dismissed', async () => {
    const opened = await openUnknown()
    expect(buttonsOf(opened)).toEqual(['Details', 'Check again'])
    setFaults(opened.local, [])
    await click(opened.page, 'Check again')
    await eventually(() => expect(linesOf(opened)).toEqual([expect.stringMatching(/Bound to .+Undo$/)]))
  })

  it('tells that the app itself is the reason, with a code and no value', async () => {
    const opened = openPage()
    opened.portal.bindings.write = async (_wish, _before, options) => {
      options?.mayLeave?.()
      throw new TypeError('Nora Holm is not iterable')
    }
    expectOnConsole(/TypeError: Nora/)
    void opened.store.change({ orderId: opened.orderId, after: readSample(opened.local, 'moveTarget').owner })
    await waitForText(opened.page, 'It is not known whether this was done.')
    await click(opened.page, 'Details')
    await waitForText(opened.page, /TypeError/)
    expect(readText(opened.page.element)).not.toContain('Nora')
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
