import type { VueWrapper } from '@vue/test-utils'
import type { ComponentPublicInstance } from 'vue'
import type { OrderId } from '@/domain/id'
import type { PlanLine } from '@/domain/plan'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import ImportPanel from '@/features/bulk/import/ImportPanel.vue'
import { aFailure, anOwner, anOwnerType } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { fakePortal } from '@tests/support/fake-portal'
import { findAllByRole, findByLabel, findByRole, readText } from '@tests/support/find'
import { mountWith } from '@tests/support/mount'

type Panel = VueWrapper<ComponentPublicInstance>

const DEAL = anOwnerType()
const CONTRACT = anOwnerType({ id: ownerTypeId(177), name: 'Contract', code: 'DYNAMIC_177' })
const OWNER = anOwner({ ref: { typeId: DEAL.id, id: ownerId(45) }, title: 'Garden furniture' })

interface Given {
  /** Ids by number. */
  numbers?: Record<string, number[]>
  ids?: number[]
  types?: (typeof DEAL)[]
  findByNumbers?: () => Promise<ReadonlyMap<string, OrderId[]>>
  language?: 'en' | 'ru'
}

async function openPanel({ numbers = {}, ids = [], types = [DEAL], ...given }: Given = {}): Promise<Panel> {
  const portal = fakePortal({
    ownerTypes: { read: async () => types },
    owners: { find: async () => ({ rows: [OWNER] }) },
    orders: {
      findByNumbers: async (asked) => new Map(asked.map((number) => [number, (numbers[number] ?? []).map(orderId)])),
      read: async (asked) => new Map(asked.filter((id) => ids.includes(id)).map((id) => [id, { id } as never])),
      ...(given.findByNumbers && { findByNumbers: given.findByNumbers }),
    },
  })
  const panel = mountWith(ImportPanel, { portal, language: given.language ?? 'en' }) as Panel
  await flushPromises()
  return panel
}

async function press(panel: Panel, name: string): Promise<void> {
  await findByRole(panel, 'button', name).trigger('click')
  await flushPromises()
}

async function paste(panel: Panel, text: string): Promise<void> {
  await panel.find('textarea').setValue(text)
  await press(panel, 'Read the list')
}

async function choose(panel: Panel, label: string): Promise<void> {
  await findByRole(panel, 'radio', label).setValue(true)
  await flushPromises()
}

async function pick(panel: Panel, filter: string, option: string): Promise<void> {
  await panel.find(`button[aria-label="${filter}"]`).trigger('click')
  await findByRole(panel, 'option', option).trigger('click')
  await flushPromises()
}

async function chooseFile(panel: Panel, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const field = panel.find<HTMLInputElement>('input[type=file]')
  Object.defineProperty(field.element, 'files', { value: [new File([bytes], 'list.csv')], configurable: true })
  Object.defineProperty(field.element, 'value', { value: '', writable: true })
  await field.trigger('change')
  await flushPromises()
}

const planOf = (panel: Panel) => panel.emitted<[PlanLine[]]>('plan')?.at(-1)?.[0]
const wish = (line: number, order: number, owner: number | null) => ({
  kind: 'wish',
  line,
  orderId: order,
  after: owner === null ? null : { typeId: 2, id: owner },
})
const isPlanReady = (panel: Panel) => findByRole(panel, 'button', 'Make the plan').attributes('disabled') === undefined
const textOf = (panel: Panel) => readText(panel.element)

describe('the import of a list', () => {
  it('makes wishes of a pasted list, with what cannot be read in its place', async () => {
    const panel = await openPanel({ numbers: { 1003: [3], 1004: [4] } })
    await paste(
      panel,
      'Order number;Deal ID\n1003;45\n1004;https://a.example/crm/deal/details/46/\n1,23E+05;47\n1005;48',
    )
    expect(textOf(panel)).toContain('4 lines')
    expect(textOf(panel)).toContain('3 lines can be read')
    expect(textOf(panel)).toContain('1 line cannot be read and is left out')
    expect(textOf(panel)).toContain('Line 4: “1,23E+05” is scientific notation: the spreadsheet destroyed the number')
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toEqual([
      wish(2, 3, 45),
      wish(3, 4, 46),
      { kind: 'mistake', line: 4, mistake: 'unreadable-order', text: '1,23E+05' },
      { kind: 'mistake', line: 5, mistake: 'order-missing', text: '1005' },
    ])
  })

  it('shows how its first lines are read', async () => {
    const panel = await openPanel()
    await paste(panel, 'Order number,Deal\n1003,45\n1004,')
    const rows = panel.findAll('tbody tr').map(({ element }) => readText(element))
    expect(rows[0]).toContain('Number 1003 → Deal 45')
    expect(rows[1]).toContain('no owner')
  })

  it('wants to know whether a column without a heading has numbers or ids', async () => {
    const panel = await openPanel({ ids: [1003] })
    await paste(panel, '1003,45')
    expect(textOf(panel)).toContain('Say whether the orders are given by number or by ID.')
    expect(isPlanReady(panel)).toBe(false)
    await choose(panel, 'ID')
    expect(isPlanReady(panel)).toBe(true)
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toEqual([wish(1, 1003, 45)])
  })

  it('takes a list of orders alone, and one owner for all of them', async () => {
    const panel = await openPanel({ numbers: { 'N-1': [1], 'N-2': [2] } })
    await paste(panel, 'N-1\nN-2')
    await choose(panel, 'Number')
    expect(textOf(panel)).toContain('Choose the owner of these orders.')
    await eventually(() => expect(findAllByRole(panel, 'choice')).toHaveLength(1))
    await findByRole(panel, 'button', 'Choose: Garden furniture').trigger('click')
    await flushPromises()
    expect(textOf(panel)).toContain('Garden furniture')
    expect(document.activeElement?.textContent).toContain('Choose another one')
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toEqual([wish(1, 1, 45), wish(2, 2, 45)])
  })

  it('wants the type of the owners where there are several', async () => {
    const panel = await openPanel({ numbers: { 1003: [3] }, types: [DEAL, CONTRACT] })
    await paste(panel, 'Order number;Owner\n1003;45')
    expect(textOf(panel)).toContain('Choose the type of the owners.')
    await pick(panel, 'Type of the owners', 'Contract')
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toMatchObject([{ kind: 'wish', after: { typeId: 177, id: 45 } }])
  })

  it('detaches by empty owners only when it is told to', async () => {
    const panel = await openPanel({ numbers: { 1003: [3] } })
    await paste(panel, 'Order number;Deal\n1003;')
    expect(isPlanReady(panel)).toBe(false)
    await findByLabel(panel, 'An empty owner means').setValue(true)
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toEqual([wish(2, 3, null)])
  })

  it('reads other columns, and the first line, as it is told to', async () => {
    const panel = await openPanel({ numbers: { 1003: [3], Number: [9] } })
    await paste(panel, 'Number;Deal;Order\n7;45;1003')
    await pick(panel, 'Order', '1 · Number')
    await pick(panel, 'Owner', '3 · Order')
    await findByLabel(panel, 'The first line has headings').setValue(false)
    await choose(panel, 'Number')
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toEqual([
      { kind: 'mistake', line: 1, mistake: 'unreadable-owner', text: 'Order' },
      { kind: 'mistake', line: 2, mistake: 'order-missing', text: '7' },
    ])
  })

  it.each([
    ['Leave them out', { kind: 'mistake', line: 2, mistake: 'ambiguous', text: '1003' }],
    ['They are numbers', wish(2, 3, 45)],
  ])('asks about lines that are two orders: %s', async (answer, line) => {
    const panel = await openPanel({ numbers: { 1003: [3], 1004: [4] }, ids: [1003] })
    await paste(panel, 'Order number;Deal\n1003;45\n1004;46')
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toBeUndefined()
    expect(readText(findByRole(panel, 'alert', '').element)).toBe(
      '1 line is one order by number and another one by ID.',
    )
    await choose(panel, answer)
    await press(panel, 'Make the plan')
    expect(planOf(panel)).toEqual([line, wish(3, 4, 46)])
  })

  it('offers the other reading where no order is found by this one', async () => {
    const panel = await openPanel({ ids: [1003, 1004] })
    await paste(panel, 'Order number;Deal\n1003;45\n1004;46')
    await press(panel, 'Make the plan')
    expect(textOf(panel)).toContain('2 lines have numbers that no order has, but there are orders with these IDs.')
    await press(panel, 'Read the column as IDs')
    expect(planOf(panel)).toEqual([wish(2, 1003, 45), wish(3, 1004, 46)])
  })

  it('goes back to the list where nothing is lost', async () => {
    const panel = await openPanel({ numbers: { 1003: [3] }, ids: [1003] })
    await paste(panel, 'Order number;Deal\n1003;45')
    await press(panel, 'Make the plan')
    await press(panel, 'Back to the list')
    expect(isPlanReady(panel)).toBe(true)
    await press(panel, 'Another list')
    expect(panel.find('textarea').element.value).toContain('1003;45')
  })

  it('says what failed, and tries again', async () => {
    let isBroken = true
    const findByNumbers = async () => {
      if (isBroken) throw aFailure({ kind: 'busy' })
      return new Map<string, OrderId[]>()
    }
    const panel = await openPanel({ findByNumbers })
    await paste(panel, 'Order number;Deal\n1003;45')
    await press(panel, 'Make the plan')
    expect(readText(findByRole(panel, 'alert', '').element)).toContain('The orders of the list could not be found')
    isBroken = false
    await press(panel, 'Try again')
    expect(planOf(panel)).toHaveLength(1)
  })

  it('stops where it is told to, and makes no plan then', async () => {
    let answer: (found: ReadonlyMap<string, OrderId[]>) => void = () => undefined
    const panel = await openPanel({ findByNumbers: () => new Promise((resolve) => (answer = resolve)) })
    await paste(panel, 'Order number;Deal\n1003;45')
    await press(panel, 'Make the plan')
    expect(textOf(panel)).toContain('Finding the orders: 0 of 1 lines')
    await press(panel, 'Stop')
    answer(new Map<string, OrderId[]>())
    await flushPromises()
    expect(planOf(panel)).toBeUndefined()
    expect(isPlanReady(panel)).toBe(true)
  })

  it('refuses more lines than can be planned, and says how many there are', async () => {
    const panel = await openPanel()
    const lines = (count: number) => Array.from({ length: count }, (_, place) => `${place + 1};45`).join('\n')
    await paste(panel, `Order number;Deal\n${lines(20_000)}`)
    expect(isPlanReady(panel)).toBe(true)
    await press(panel, 'Another list')
    await paste(panel, `Order number;Deal\n${lines(20_001)}`)
    expect(readText(findByRole(panel, 'alert', '').element)).toContain('The list has 20,001 lines; up to 20,000')
    expect(isPlanReady(panel)).toBe(false)
  })

  it('reads a file in UTF-16', async () => {
    const panel = await openPanel()
    const text = '\uFEFFOrder number;Deal\n1003;45'
    await chooseFile(panel, new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer))
    expect(textOf(panel)).toContain('Number 1003 → Deal 45')
  })

  it('reads a file that is dropped', async () => {
    const panel = await openPanel()
    const files = [new File(['Order number;Deal\n1003;45'], 'list.csv')]
    await panel.find('textarea').trigger('drop', { dataTransfer: { files } })
    await flushPromises()
    expect(textOf(panel)).toContain('Number 1003 → Deal 45')
  })

  it('asks which letters a file has that does not say it', async () => {
    const panel = await openPanel()
    const heading = [0xc7, 0xe0, 0xea, 0xe0, 0xe7, 0x3b, 0xd1, 0xe4, 0xe5, 0xeb, 0xea, 0xe0]
    await chooseFile(panel, Uint8Array.from([...heading, ...new TextEncoder().encode('\n1003;45')]))
    expect(textOf(panel)).toContain('Which letters does it have?')
    await press(panel, 'Cyrillic')
    expect(textOf(panel)).toContain('1 · Заказ')
  })

  it.each([
    ['a workbook', [0x50, 0x4b, 3, 4], 'This is a workbook of a spreadsheet program.'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d], 'This file holds no text that could be read.'],
    ['nothing', [], 'There is nothing in this list.'],
    ['a quote that does not close', [...new TextEncoder().encode('1,2\n3,"4')], 'In line 2 a quotation mark opens'],
  ])('refuses %s with its reason', async (_, bytes, reason) => {
    const panel = await openPanel()
    await chooseFile(panel, Uint8Array.from(bytes))
    expect(textOf(panel)).toContain(reason)
  })

  it('leaves when it is closed', async () => {
    const panel = await openPanel()
    await press(panel, 'Close the import')
    expect(panel.emitted('cancel')).toHaveLength(1)
  })

  it('speaks Russian', async () => {
    const panel = await openPanel({ language: 'ru' })
    await panel.find('textarea').setValue('Номер заказа;ID сделки\n1003;45\n1004;46\n00165;')
    await press(panel, 'Прочитать список')
    expect(textOf(panel)).toContain('3 строки')
    expect(textOf(panel)).toContain('читаются 2 строки')
    expect(textOf(panel)).toContain('не читается и пропущена 1 строка')
  })
})
