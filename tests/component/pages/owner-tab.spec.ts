import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import OwnerTab from '@/pages/OwnerTab.vue'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { openPortal, readSample, storedOwner } from '@tests/support/open-portal'
import { click, confirmQuestion, countWrites, waitForText } from '@tests/support/tab-steps'

/** The tab of the deal that orders are moved to, on the sample portal. */
async function openTab(options: OpenPortalOptions & { sample?: string; language?: 'en' | 'ru' } = {}) {
  const { local, transport, portal } = openPortal(options)
  const { owner } = readSample(local, options.sample ?? 'moveTarget')
  const move = readSample(local, 'move')
  const tab = mountWith(OwnerTab, { portal, props: { owner }, language: options.language })
  await waitForText(tab, /Orders in this|Заказы в эт/)
  await eventually(() => expect(tab.find('[aria-busy=true]').exists()).toBe(false))
  return { local, transport, tab, owner, move }
}

type OpenedOwnerTab = Awaited<ReturnType<typeof openTab>>

const numberOf = (id: number) => String(1000 + id)

/** Opens the search and asks for the order of the sample. */
async function bring({ tab, move }: OpenedOwnerTab): Promise<void> {
  await click(tab, 'Bring an order here')
  await tab.find('input:not([type=radio])').setValue(numberOf(move.orderId))
  await eventually(() => {
    const offers = findAllByRole(tab, 'button').map(({ element }) => element.getAttribute('aria-label'))
    expect(offers.filter((offer) => offer?.startsWith('Bring order'))).toEqual([
      `Bring order ${numberOf(move.orderId)} here`,
    ])
  })
  await click(tab, `Bring order ${numberOf(move.orderId)} here`)
  await waitForText(tab, /Move order \d+ to .*\?/)
}

describe('OwnerTab', { timeout: 15_000 }, () => {
  it('lists the orders of the deal and counts them', async () => {
    const { tab } = await openTab()
    await waitForText(tab, '2 orders')
    await eventually(() => expect(findAllByRole(tab, 'row')).toHaveLength(2))
  })

  it('says what an empty list means', async () => {
    const { tab } = await openTab({ sample: 'dealWithoutOrders' })
    await waitForText(tab, 'No orders in this deal yet')
  })

  it('opens the search with orders that fit, and Enter asks for the one that the arrows chose', async () => {
    const { tab, local, transport, move } = await openTab()
    await click(tab, 'Bring an order here')
    await waitForText(tab, /Same customer · \d.*Without a deal · \d.*Recent/)
    expect(readText(tab.element)).toMatch(/Same contact, \d products? in common/)
    const rows = findAllByRole(tab, 'row').map(({ element }) => readText(element))
    const place = rows.findIndex((row) => row.includes(`Order ${numberOf(move.orderId)}`))
    for (let row = 0; row <= place; row += 1) await tab.find('input').trigger('keydown', { key: 'ArrowDown' })
    await tab.find('input').trigger('keydown', { key: 'Enter' })
    await waitForText(tab, /Move order \d+ to .*\?/)
    expect([countWrites(transport), storedOwner(local, move.orderId)]).toEqual([0, move.owner])
  })

  it('asks before it moves an order, naming the old owner', async () => {
    const opened = await openTab()
    await bring(opened)
    const question = opened.tab.find('[role=group]')
    expect(readText(question.element)).toContain(`Deal ${opened.move.owner.id}`)
    expect(readText(question.element)).toMatch(/These come along: /)
    expect(document.activeElement).toBe(findByRole(opened.tab, 'button', 'Cancel').element)
    expect(storedOwner(opened.local, opened.move.orderId)).toEqual(opened.move.owner)
  })

  it('writes nothing when the person cancels, and gives the focus back', async () => {
    const opened = await openTab()
    await bring(opened)
    await opened.tab.find('[role=group]').trigger('keydown', { key: 'Escape' })
    await eventually(() => expect(opened.tab.find('[role=group]').exists()).toBe(false))
    expect(storedOwner(opened.local, opened.move.orderId)).toEqual(opened.move.owner)
    expect(countWrites(opened.transport)).toBe(0)
    expect(opened.tab.find('[role=search]').exists()).toBe(true)
  })

  it('shows the result in the list and puts it back on undo', async () => {
    const opened = await openTab()
    const { tab, local, move, owner } = opened
    await bring(opened)
    await confirmQuestion(tab)
    await waitForText(tab, new RegExp(`${numberOf(move.orderId)} ?Moved from`))
    await waitForText(tab, '3 orders')
    expect(storedOwner(local, move.orderId)).toEqual(owner)
    expect(countWrites(opened.transport)).toBe(1)
    await click(tab, `Undo: put order ${numberOf(move.orderId)} back`)
    await waitForText(tab, 'Put back to')
    await waitForText(tab, '2 orders')
    expect(storedOwner(local, move.orderId)).toEqual(move.owner)
  })

  it('shows the result of a change once, and keeps it when the search is closed and the list read anew', async () => {
    const opened = await openTab()
    await bring(opened)
    await confirmQuestion(opened.tab)
    await waitForText(opened.tab, '3 orders')
    const countLines = () => opened.tab.findAll('section[aria-label="Changes on this page"] > ul > li').length
    expect(countLines()).toBe(1)
    await click(opened.tab, 'Close the search')
    await click(opened.tab, 'Refresh')
    await waitForText(opened.tab, '3 orders')
    expect(countLines()).toBe(1)
  })

  it('asks again when somebody changed the order meanwhile', async () => {
    const opened = await openTab()
    await bring(opened)
    const other = readSample(opened.local, 'dealWithManyOrders').owner
    opened.local.data.bindings.set(opened.move.orderId, { ownerId: other.id, ownerTypeId: other.typeId })
    await confirmQuestion(opened.tab)
    await waitForText(opened.tab, /Somebody moved order \d+ to .*Move it to .* all the same\?/)
    expect(storedOwner(opened.local, opened.move.orderId)).toEqual(other)
  })

  it('counts an order no more that a colleague has taken away', async () => {
    const opened = await openTab()
    await bring(opened)
    await confirmQuestion(opened.tab)
    await waitForText(opened.tab, '3 orders')
    const other = readSample(opened.local, 'dealWithoutOrders').owner
    opened.local.data.bindings.set(opened.move.orderId, { ownerId: other.id, ownerTypeId: other.typeId })
    await click(opened.tab, `Undo: put order ${numberOf(opened.move.orderId)} back`)
    await waitForText(opened.tab, 'somebody has changed the owner since')
    await waitForText(opened.tab, '2 orders')
  })

  it('pages through many orders and counts them all from the start', async () => {
    const { local, portal } = openPortal()
    const { owner } = readSample(local, 'dealWithoutOrders')
    for (let id = 1; id <= 60; id += 1) local.data.bindings.set(id, { ownerId: owner.id, ownerTypeId: owner.typeId })
    const tab = mountWith(OwnerTab, { portal, props: { owner } })
    await waitForText(tab, '60 orders')
    await eventually(() => expect(findAllByRole(tab, 'row')).toHaveLength(50))
    await click(tab, 'Show more')
    await eventually(() => expect(findAllByRole(tab, 'row')).toHaveLength(60))
    await waitForText(tab, '60 orders')
    expect(readText(tab.element)).not.toContain('Show more')
  })

  it('keeps an unbound order in sight until its line is dismissed', async () => {
    const { tab, local, owner } = await openTab()
    const own = [...local.data.bindings].find(([, { ownerId }]) => ownerId === owner.id)?.[0] ?? 0
    await eventually(() => findByRole(tab, 'button', `Detach order ${numberOf(own)} from the deal`))
    await click(tab, `Detach order ${numberOf(own)} from the deal`)
    await waitForText(tab, /Detach order \d+ from .*you will find this order only here/)
    await confirmQuestion(tab)
    await waitForText(tab, 'Detached')
    await waitForText(tab, '1 order')
    expect(local.data.bindings.has(own)).toBe(false)
    await click(tab, 'Dismiss the line')
    await eventually(() => expect(findAllByRole(tab, 'row')).toHaveLength(1))
    expect(document.activeElement).not.toBe(document.body)
  })
})

describe('OwnerTab for people with fewer rights', () => {
  it('tells a store manager why nothing can be changed', async () => {
    const { tab } = await openTab({ user: 2 })
    await waitForText(tab, 'Only store administrators can move orders')
    await waitForText(tab, '2 orders')
    expect(readText(tab.element)).not.toMatch(/Bring|Move…|Detach…/)
  })

  it('shows orders by id only where the portal keeps the rest back', async () => {
    const { tab } = await openTab({ user: 2, settings: { saleRead: 'administrator' } })
    await waitForText(tab, 'shown by ID only')
    expect(findAllByRole(tab, 'row')).toHaveLength(2)
  })

  it('gives an employee the reason why there is no list', async () => {
    const { tab } = await openTab({ user: 3 })
    await waitForText(tab, 'You may not see store orders')
    expect(findAllByRole(tab, 'row')).toHaveLength(0)
    expect(readText(tab.element)).not.toContain('Only store administrators')
  })
})

describe('OwnerTab of a portal that answers no app', () => {
  it('says so once, and reads everything anew on demand', async () => {
    const { tab, local } = await openTab({ settings: { plan: 'no-rest' } })
    await eventually(() => expect(findAllByRole(tab, 'alert')).toHaveLength(1))
    await waitForText(tab, 'the plan of your portal does not allow apps to reach it')
    local.settings.plan = 'standard'
    await click(tab, 'Refresh')
    await waitForText(tab, '2 orders')
  })
})

describe('OwnerTab of a type that the portal does not list', () => {
  it('offers no binding, says why, and lets orders be moved away', async () => {
    const { tab } = await openTab({ sample: 'invoiceOrder' })
    await waitForText(tab, 'Orders cannot be brought here')
    await eventually(() =>
      expect(findAllByRole(tab, 'button').some(({ element }) => readText(element) === 'Move…')).toBe(true),
    )
    expect(readText(tab.element)).not.toContain('Bring an order here')
  })

  it('offers binding once the portal lists the type', async () => {
    const { tab } = await openTab({ sample: 'invoiceOrder', settings: { ownerTypes: 'deal+invoice' } })
    await waitForText(tab, 'Bring an order here')
  })
})
