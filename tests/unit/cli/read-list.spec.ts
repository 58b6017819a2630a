import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { readList, readRows } from '@cli/read-list'
import { openPortal } from '@tests/support/open-portal'

const read = (text: string, options = {}, change: (local: LocalPortal) => void = () => undefined) => {
  const { portal, local } = openPortal({ settings: { ownerTypes: 'deal+invoice' } })
  change(local)
  const all = { isEmptyDetach: false, ...options }
  return readList(portal, readRows(new TextEncoder().encode(text), all), all)
}

describe('a list', () => {
  it.each([
    ['1,205', 'Say whether the list names orders by --orders number or by --orders id.'],
    ['Order ID,Owner\n1,205', 'Say of which type the owners are'],
    ['Order ID\n1', 'No column of the list seems to hold owners.'],
    ['Order ID,Deal\n1,"205', 'A quote in line 2 of the list does not close.'],
    [' \n', 'There is nothing in the list.'],
  ])('%j needs more to be said', async (text, sentence) => {
    await expect(async () => read(text)).rejects.toThrow(sentence)
  })

  it('is read by what was said of it', async () => {
    const { lines } = await read('1,205\n2,', { reading: 'id', ownerType: 'deal', isEmptyDetach: true })
    expect(lines).toMatchObject([
      { orderId: 1, after: { typeId: 2, id: 205 } },
      { orderId: 2, after: null },
    ])
  })

  it('with a type that the portal does not have is refused', async () => {
    await expect(read('1,205', { reading: 'id', ownerType: 'planet' })).rejects.toThrow('no such owner type')
  })

  it('in a code page is read where that is named', () => {
    const bytes = new Uint8Array([0xc7, 0xe0, 0xea, 0xe0, 0xe7])
    expect(() => readRows(bytes, { isEmptyDetach: false })).toThrow('name its code page')
    expect(readRows(bytes, { isEmptyDetach: false, encoding: 'windows-1251' })[0]?.cells).toEqual(['Заказ'])
  })

  it('leaves out what could be two orders, until it is said how orders are named', async () => {
    // The number of the first order is the id of the second.
    const change = ({ data }: LocalPortal) => void Object.assign(data.orders.get(1) ?? {}, { accountNumber: '2' })
    const text = 'Order number,Deal\n2,205'
    expect(await read(text, {}, change)).toMatchObject({
      others: 1,
      lines: [{ kind: 'mistake', mistake: 'ambiguous' }],
    })
    expect(await read(text, { reading: 'number' }, change)).toMatchObject({ lines: [{ kind: 'wish', orderId: 1 }] })
  })
})
