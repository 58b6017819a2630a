import type { ColumnRole } from '@/domain/import-columns'
import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { findColumns } from '@/domain/import-columns'
import { readTable } from '@/domain/import-table'

const types = [
  { id: ownerTypeId(2), name: 'Deal', code: 'DEAL' },
  { id: ownerTypeId(31), name: 'Invoice', code: 'SMART_INVOICE' },
  { id: ownerTypeId(177), name: 'Project sale', code: 'DYNAMIC_177' },
]
const find = (text: string) => {
  const table = readTable(text)
  return findColumns(table.kind === 'rows' ? table.rows : [], types)
}
const roles = (letters: string): ColumnRole[] =>
  [...letters].map((letter) => (({ o: 'order', w: 'owner', t: 'type' }) as const)[letter] ?? 'ignored')

describe('the columns of a list', () => {
  it.each([
    ['Order number,Deal ID', 'ow', 'number', 2],
    ['order_id,deal_id', 'ow', 'id', 2],
    ['OrderID;DealID', 'ow', 'id', 2],
    ['№ заказа;ID сделки', 'ow', 'number', 2],
    ['Номер заказа;Сделка', 'ow', 'number', 2],
    ['ID заказа;Владелец;Тип', 'owt', 'id', undefined],
    ['Order,Owner,Owner type', 'owt', undefined, undefined],
    ['Order #\tOwner ID\tEntity Type ID', 'owt', 'number', undefined],
    ['Project sale,Order no.', 'wo', 'number', 177],
    ['ID,Order number,Invoice', '.ow', 'number', 31],
    ['Order ID,Order number,Deal', 'o.w', 'id', 2],
    ['ID;Deal title;Deal', 'o.w', 'id', 2],
    ['№;Дата заказа;Сумма;Ссылка', 'o..w', 'number', undefined],
    ['Order number,Order date,Deal name,Deal ID', 'o..w', 'number', 2],
    ['Номер заказа;ID заказа;Откуда: тип и ID;Куда;Куда: тип и ID', '.o..w', 'id', undefined],
    ['Order number,Order ID,From,From: type and ID,To,To: type and ID', '.o...w', 'id', undefined],
    ['Account number;URL', 'ow', 'number', undefined],
    ['ACCOUNT_NUMBER\tENTITY_ID\tENTITY_TYPE_ID', 'owt', 'number', undefined],
    ['accountNumber,ownerId,ownerTypeId', 'owt', 'number', undefined],
    ['Номер заказа, ID владельца, Тип владельца', 'owt', 'number', undefined],
    ['Order ID,Contact ID,Deal ID', 'o.w', 'id', 2],
    ['order;target', 'ow', undefined, undefined],
    ['Project sale ID,№', 'wo', 'number', 177],
  ])('are known by the headings %j', (headings, letters, ...[reading, typeId]) => {
    const found = find(`${headings}\n1${/[,;\t]/.exec(headings)?.[0] ?? ','}2`)
    expect(found).toEqual({
      hasHeader: true,
      roles: roles(letters),
      ...(reading && { reading }),
      ...(typeId && { typeId }),
    })
  })

  it.each([
    ['1123,45\n1124,46', 'ow'],
    ['1123\n1124', 'o'],
    ['N-1123;45\nN-1124;46', 'ow'],
    ['1123,45,Deal\n1124,46,Deal', 'owt'],
    ['Deal,1123,45\nInvoice,1124,46', 'tow'],
    ['https://a.example/crm/deal/details/45/;1123\nhttps://a.example/crm/deal/details/46/;1124', 'wo'],
    ['45;/shop/orders/details/1/\n46;/shop/orders/details/2/', 'wo'],
    [';1123;45\n;1124;46', '.ow'],
    ['1123;45;extra;more\n1124;46;extra;more', 'ow..'],
  ])('are known by what stands in them: %j', (text, letters) => {
    expect(find(text)).toEqual({ hasHeader: false, roles: roles(letters) })
  })

  it.each([
    ['Bestellnr;Ziel\n1123;45', 'ow'],
    ['Foo\n1123\n1124', 'o'],
  ])('have headings that nobody knows over numbers: %j', (text, letters) => {
    expect(find(text)).toEqual({ hasHeader: true, roles: roles(letters) })
  })

  it('leave the owner open where the headings name none', () => {
    expect(find('Order number;Comment\n1123;45').roles).toEqual(roles('o.'))
  })

  it('take a first line of values for no heading, whatever word stands in it', () => {
    expect(find('1123;45;Deal').hasHeader).toBe(false)
    expect(find('Order 1;Deal\nOrder 2;Deal').hasHeader).toBe(false)
  })
})
