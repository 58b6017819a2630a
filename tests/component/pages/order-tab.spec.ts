import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import OrderTab from '@/pages/OrderTab.vue'
import { controlPortal } from '@emulator/control/control-portal'
import { setFaults } from '@emulator/faults/faults'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'
import { steppedClock } from '@tests/support/stepped-clock'
import { click, confirmQuestion, countWrites, waitForText } from '@tests/support/tab-steps'

const ADD = 'crm.orderentity.add'
const LIST = 'crm.orderentity.list'
const FIRST = { nth: 1 }
/** Bindings are read before the write and with it; the four readings after a lost answer follow. */
const READINGS_AFTER = [3, 4, 5, 6]

/** The tab of an order of the sample portal. */
function openTab(options: OpenPortalOptions & { sample?: string; id?: number } = {}) {
  const { local, transport, portal } = openPortal(options)
  const order = options.id ? orderId(options.id) : readSample(local, options.sample ?? 'move').orderId
  const clock = steppedClock()
  const tab = mountWith(OrderTab, { portal, clock, props: { orderId: order } })
  const target = readSample(local, 'moveTarget').owner
  const twin = readSample(local, 'move').owner
  return { local, transport, tab, order, clock, target, twin }
}

type OpenedOrderTab = ReturnType<typeof openTab>

/** Finds the deal by its id and picks it. */
async function pickTarget({ tab, target }: OpenedOrderTab): Promise<void> {
  const box = await eventually(() => tab.get('input[role=combobox]'))
  await box.setValue(String(target.id))
  await eventually(() => {
    const options = findAllByRole(tab, 'choice')
    expect(options.map(({ element }) => readText(element)).join()).toContain(`ID ${target.id}`)
    expect(options).toHaveLength(1)
  })
  await findAllByRole(tab, 'choice')[0]?.trigger('click')
}

async function askForMove(opened: OpenedOrderTab): Promise<void> {
  await eventually(() => click(opened.tab, 'Move order'))
  await pickTarget(opened)
  await waitForText(opened.tab, /Move order \d+ to .*\?/)
}

/** Lets a colleague change the binding after the last reading that a person confirmed, right before the write's own request. */
function colleagueActsBeforeWrite({ local, order }: OpenedOrderTab, ownerId: number | null): void {
  let isConfirmed = false
  local.beforeCommand = (method) => {
    if (method === 'crm.item.get') isConfirmed = true
    // The first reading of a request that comes after the one with the owner is that of the write.
    else if (isConfirmed && method === LIST) {
      local.beforeCommand = (next) => {
        if (next !== LIST) return
        local.beforeCommand = undefined
        const owner = ownerId === null ? { ownerId } : { ownerId, ownerTypeId: 2 }
        controlPortal(local).binding({ orderId: order, ...owner })
      }
    }
  }
}

/** Lets 5, 15 and 65 seconds pass, at which the app reads what became of a lost write. */
async function waitForReadings({ clock }: OpenedOrderTab): Promise<void> {
  for (let reading = 0; reading < 3; reading += 1) {
    await eventually(() => expect(clock.waiting()).toBe(1))
    clock.step()
  }
}

describe('OrderTab', { timeout: 15_000 }, () => {
  it('shows the order and its owner by name', async () => {
    const { tab } = openTab()
    await waitForText(tab, /Order 1003.*Belongs to.*Deal 204/)
  })

  it('opens the choice at once for an order without an owner, and binds it', async () => {
    const opened = openTab({ sample: 'unbound' })
    await waitForText(opened.tab, 'No owner')
    await pickTarget(opened)
    await waitForText(opened.tab, 'Bound to')
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.target)
  })

  it('moves an order to the chosen deal after asking', async () => {
    const opened = openTab()
    await askForMove(opened)
    await confirmQuestion(opened.tab)
    await waitForText(opened.tab, /Moved from .*Order No. 1003.* to .*Fitting out the new head office/)
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.target)
  })

  it.each([
    ['another owner', 203, /Somebody had moved it to .+ meanwhile/],
    ['no owner', null, /Somebody had detached it meanwhile/],
  ] as const)('names what it replaced unseen, and puts it back: %s', async (_, ownerId, told) => {
    const opened = openTab()
    await askForMove(opened)
    colleagueActsBeforeWrite(opened, ownerId)
    await confirmQuestion(opened.tab)
    await waitForText(opened.tab, ownerId === null ? 'Bound to' : 'Moved from')
    await waitForText(opened.tab, told)
    await click(opened.tab, 'Put back order 1003')
    await waitForText(opened.tab, 'Put back')
    expect(storedOwner(opened.local, opened.order)?.id ?? null).toBe(ownerId)
  })

  it('says that there is no such order, and offers nothing', async () => {
    const { tab } = openTab({ id: 99_999 })
    await waitForText(tab, 'The portal has no order with the ID 99999')
    expect(findAllByRole(tab, 'button').map(({ element }) => element.getAttribute('aria-label'))).toEqual([
      'Refresh',
      'Dark look',
    ])
  })

  it('names a deleted owner, and a cancelled order once', async () => {
    const { tab } = openTab({ sample: 'goneOwner' })
    await waitForText(tab, 'Deal 151, deleted')
    await waitForText(tab, 'Status: Cancelled')
    expect(readText(tab.element).match(/Cancelled/g)).toHaveLength(1)
  })

  it('tells an employee once why nothing can be read, and no more', async () => {
    const { tab } = openTab({ user: 3 })
    await eventually(() => expect(tab.findAll('[role=alert], [role=note]')).toHaveLength(1))
    await waitForText(tab, 'You may not see store orders')
    expect(readText(tab.element)).not.toContain('Only store administrators')
  })
})

describe('OrderTab, refreshed', { timeout: 15_000 }, () => {
  it('reads the customer again', async () => {
    const { tab, local, order } = openTab()
    await waitForText(tab, /Customer: \w/)
    const stored = local.data.orders.get(order)
    if (stored) stored.clients = []
    await click(tab, 'Refresh')
    await waitForText(tab, /Customer: .* · from the checkout form/)
  })

  it('reads again what could not be read', async () => {
    const { tab, local } = openTab({
      faults: [faultOf('crm.ordercontactcompany.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })],
    })
    await waitForText(tab, 'Customer: Customer could not be read')
    setFaults(local, [])
    await click(tab, 'Try again')
    await waitForText(tab, /Customer: \w+( \w+)* · \w/)
  })
})

describe('OrderTab when an answer is lost', { timeout: 15_000 }, () => {
  it('is checking until the portal tells, and ends as done', async () => {
    const opened = openTab()
    await askForMove(opened)
    setFaults(opened.local, [faultOf(ADD, { kind: 'cut-after' }, FIRST)])
    await confirmQuestion(opened.tab)
    await waitForText(opened.tab, 'Moved from')
    expect(countWrites(opened.transport)).toBe(1)
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.target)
  })

  it('says that it is checking, keeps the old owner, and ends as not changed', async () => {
    const opened = openTab()
    await askForMove(opened)
    setFaults(opened.local, [faultOf(ADD, { kind: 'cut-before' }, FIRST)])
    await confirmQuestion(opened.tab)
    await waitForText(opened.tab, /Being checked: the portal has not confirmed the change yet\. ?0:00/)
    expect(readText(opened.tab.element)).not.toContain('Moved from')
    await waitForReadings(opened)
    await waitForText(opened.tab, /Not done: .* 1003 still belongs to Order No\. 1003/)
    expect(countWrites(opened.transport)).toBe(1)
    expect(readText(opened.tab.element)).toMatch(/Belongs to.*Deal 204/)
  })

  it('ends as unknown when nothing can be read, and checks again on demand', async () => {
    const opened = openTab()
    await askForMove(opened)
    setFaults(opened.local, [
      faultOf(ADD, { kind: 'cut-after' }, FIRST),
      ...READINGS_AFTER.map((nth) => faultOf(LIST, { kind: 'cut-before' }, { nth })),
    ])
    await confirmQuestion(opened.tab)
    await waitForReadings(opened)
    await waitForText(opened.tab, 'It is not known whether this was done')
    setFaults(opened.local, [])
    await click(opened.tab, 'Check again')
    await waitForText(opened.tab, /Belongs to.*Deal 202/)
    await waitForText(opened.tab, 'Moved from')
    expect(countWrites(opened.transport)).toBe(1)
    await click(opened.tab, 'Undo')
    await waitForText(opened.tab, 'Put back to')
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.twin)
  })

  it('says of a reading that failed before the change that nothing was changed, and tries again', async () => {
    const opened = openTab()
    await eventually(() => click(opened.tab, 'Move order'))
    setFaults(opened.local, [faultOf(LIST, { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })])
    await pickTarget(opened)
    await waitForText(opened.tab, /Not done: the portal had an error of its own/)
    setFaults(opened.local, [])
    await click(opened.tab, 'Try again')
    await waitForText(opened.tab, /Move order \d+ to .*\?/)
  })
})
