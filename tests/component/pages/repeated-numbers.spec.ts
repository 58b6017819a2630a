import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import MainPage from '@/pages/MainPage.vue'
import OrderTab from '@/pages/OrderTab.vue'
import OwnerTab from '@/pages/OwnerTab.vue'
import { setFaults } from '@emulator/faults/faults'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'
import { click, confirmQuestion, waitForText } from '@tests/support/tab-steps'

/** Ids of two orders that have the number 100500, and of one with a number of its own. */
const FIRST = 3
const SECOND = 197
const OTHER = 196

function openWithTwins() {
  const { local, portal } = openPortal()
  for (const id of [FIRST, SECOND]) Object.assign(local.data.orders.get(id) ?? {}, { accountNumber: '100500' })
  return { local, portal }
}

const buttonNames = (page: VueWrapper) =>
  findAllByRole(page, 'button').flatMap(({ element }) => element.getAttribute('aria-label') ?? [])

const headings = (page: VueWrapper) => findAllByRole(page, 'row').map((row) => readText(row.find('th [id]').element))

/** The tab of the deal that orders are moved to, with both orders found. */
async function findTwins({ portal, local }: ReturnType<typeof openWithTwins>, language?: 'ru') {
  const tab = mountWith(OwnerTab, { portal, props: { owner: readSample(local, 'moveTarget').owner }, language })
  await eventually(() => click(tab, language ? 'Перенести сюда заказ' : 'Bring an order here'))
  const box = await eventually(() => tab.get('input:not([type=radio])'))
  await box.setValue('100500')
  await eventually(() => expect(headings(tab).filter((heading) => heading.includes('100500'))).toHaveLength(2))
  return tab
}

describe('two orders with one number', () => {
  it('are told apart by their ids, in rows and in buttons', async () => {
    const tab = await findTwins(openWithTwins())
    expect(headings(tab)).toEqual(expect.arrayContaining(['Order 100500 (ID 197)', 'Order 100500 (ID 3)']))
    const names = buttonNames(tab)
    expect(names).toEqual(
      expect.arrayContaining(['Bring order 100500 (ID 197) here', 'Bring order 100500 (ID 3) here']),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  it('are told apart in Russian', async () => {
    const tab = await findTwins(openWithTwins(), 'ru')
    expect(headings(tab)).toEqual(expect.arrayContaining(['Заказ 100500 (ID 197)', 'Заказ 100500 (ID 3)']))
  })

  it('are told apart in the question, in the result, in undo and after it', async () => {
    const opened = openWithTwins()
    const tab = await findTwins(opened)
    const before = storedOwner(opened.local, orderId(FIRST))
    await click(tab, 'Bring order 100500 (ID 3) here')
    await eventually(() =>
      expect(readText(tab.find('[role=group] h3').element)).toBe(
        'Move order 100500 (ID 3) to Fitting out the new head office?',
      ),
    )
    await confirmQuestion(tab)
    await waitForText(tab, /100500 \(ID 3\) ?Moved from/)
    expect(storedOwner(opened.local, orderId(FIRST))).toEqual(readSample(opened.local, 'moveTarget').owner)
    await click(tab, 'Undo: put order 100500 (ID 3) back as it was')
    await waitForText(tab, /100500 \(ID 3\) ?Put back/)
    expect(storedOwner(opened.local, orderId(FIRST))).toEqual(before)
  })

  it('are told apart where a change is refused', async () => {
    const opened = openWithTwins()
    const tab = await findTwins(opened)
    const refusal = { kind: 'error', code: 'ACCESS_DENIED', status: 403 } as const
    setFaults(opened.local, [faultOf('crm.orderentity.list', refusal)])
    await click(tab, 'Bring order 100500 (ID 197) here')
    await eventually(() => {
      const told = tab.findAll('[role=status]').map(({ element }) => readText(element))
      expect(told.filter((text) => text.includes('Not done'))).toEqual([
        expect.stringMatching(/^Order 100500 \(ID 197\)/),
      ])
    })
  })

  it('keep their ids when one of them leaves the screen', async () => {
    const tab = await findTwins(openWithTwins())
    await tab.find('input:not([type=radio])').setValue('ID 3')
    await eventually(() => expect(headings(tab)).not.toContain('Order 100500 (ID 197)'))
    expect(headings(tab)).toContain('Order 100500 (ID 3)')
  })
})

it('names an order by its number alone where no other has it', async () => {
  const { portal } = openWithTwins()
  const page = mountWith(MainPage, { portal })
  await eventually(() => expect(buttonNames(page)).toContain(`Move order ${1000 + OTHER} to another deal`))
  expect(headings(page)).toContain(`Order ${1000 + OTHER}`)
  // The other order of this number is on a later page.
  expect(buttonNames(page)).toContain('Move order 100500 to another deal')
})

it('tells two orders of one owner apart', async () => {
  const opened = openWithTwins()
  const { owner } = readSample(opened.local, 'moveTarget')
  const binding = { ownerId: owner.id, ownerTypeId: owner.typeId }
  for (const id of [FIRST, SECOND]) opened.local.data.bindings.set(id, binding)
  const tab = mountWith(OwnerTab, { portal: opened.portal, props: { owner } })
  await eventually(() => expect(buttonNames(tab)).toContain('Detach order 100500 (ID 197) from the deal'))
  expect(buttonNames(tab)).toContain('Move order 100500 (ID 3) to another deal')
})

it('shows one order by its number on a tab of its own', async () => {
  const { portal } = openWithTwins()
  const tab = mountWith(OrderTab, { portal, props: { orderId: orderId(FIRST) } })
  await waitForText(tab, 'Order 100500')
  await eventually(() => expect(buttonNames(tab)).toContain('Detach order 100500 from the deal'))
})
