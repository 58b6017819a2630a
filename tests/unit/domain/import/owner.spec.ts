import { describe, expect, it } from 'vitest'
import { ownerTypeId } from '@/domain/id'
import { readOwnerCells } from '@/domain/import-owner'
import { typeNamed } from '@/domain/import-types'

const DEAL = { id: ownerTypeId(2), name: 'Сделка', code: 'DEAL', cardFolder: '/crm/deal/details/' }
const INVOICE = { id: ownerTypeId(31), name: 'Счёт', code: 'SMART_INVOICE', cardFolder: '/crm/type/31/details/' }
const CONTRACT = {
  id: ownerTypeId(177),
  name: 'Project sale',
  code: 'DYNAMIC_177',
  cardFolder: '/crm/type/177/details/',
}
const TWIN = { id: ownerTypeId(178), name: 'Twin', code: 'DYNAMIC_178' }
const OTHER_TWIN = { id: ownerTypeId(1030), name: 'twin', code: 'DYNAMIC_1030' }
const types = [DEAL, INVOICE, CONTRACT, TWIN, OTHER_TWIN]

const read = (owner: string, type = '', typeId = DEAL.id) => readOwnerCells({ owner, type }, { types, typeId })

describe('the cells of an owner', () => {
  it.each([
    ['45', '', { typeId: 2, id: 45 }],
    [' 45\u00a0', '', { typeId: 2, id: 45 }],
    ['1\u00a0234', '', { typeId: 2, id: 1234 }],
    ['#45', '', { typeId: 2, id: 45 }],
    ['ID: 45', '', { typeId: 2, id: 45 }],
    ['45', 'Project sale', { typeId: 177, id: 45 }],
    ['45', ' project SALE ', { typeId: 177, id: 45 }],
    ['45', 'счет', { typeId: 31, id: 45 }],
    ['45', 'smart_invoice', { typeId: 31, id: 45 }],
    ['45', 'Deal', { typeId: 2, id: 45 }],
    ['45', '177', { typeId: 177, id: 45 }],
    ['45', '999', { typeId: 999, id: 45 }],
    ['Project sale 45', '', { typeId: 177, id: 45 }],
    ['Сделка 45', '', { typeId: 2, id: 45 }],
    ['Invoice #45', '', { typeId: 31, id: 45 }],
    ['31:45', '', { typeId: 31, id: 45 }],
    ['31:45', 'Счёт', { typeId: 31, id: 45 }],
    ['https://a.example/crm/deal/details/45/', '', { typeId: 2, id: 45 }],
    ['https://a.example/crm/type/177/details/45/?IFRAME=Y#x', '', { typeId: 177, id: 45 }],
    ['a.example/CRM/Deal/Details/45', '', { typeId: 2, id: 45 }],
    ['crm/deal/details/45/', '', { typeId: 2, id: 45 }],
    ['/page/crm/crm/type/31/details/45/', 'Счёт', { typeId: 31, id: 45 }],
  ])('%j of the type %j is %j', (owner, type, ref) => {
    expect(read(owner, type)).toEqual(ref)
  })

  it.each([
    ['', ''],
    ['Roses for June', ''],
    ['Roses 45', ''],
    ['45 roses', ''],
    ['00045', ''],
    ['Deal 045', ''],
    ['0', ''],
    ['-45', ''],
    ['4,5E+01', ''],
    ['45.0', ''],
    ['2 45', ''],
    ['45', 'Leaf'],
    ['45', 'Twin'],
    ['Сделка 45', 'Счёт'],
    ['31:45', 'Deal'],
    ['https://a.example/crm/deal/details/45/', 'Project sale'],
    ['https://a.example/crm/contact/details/0/', ''],
    ['https://a.example/crm/roses/details/45/', ''],
    ['https://a.example/shop/orders/details/45/', ''],
    ['https://a.example/crm/deal/details/0/', ''],
    ['https://a.example/crm/deal/details/', ''],
    ['#N/A', ''],
    ['#REF!', ''],
  ])('%j of the type %j names no owner', (owner, type) => {
    expect(read(owner, type)).toBeUndefined()
  })

  it.each([
    ['45', 'Lead'],
    ['45', 'КОНТАКТ'],
    ['Company 45', ''],
    ['Лид №45', ''],
    ['https://a.example/crm/contact/details/45/', ''],
    ['https://a.example/crm/lead/details/45/?IFRAME=Y', ''],
    ['https://a.example/crm/type/1044/details/45/', ''],
    ['https://a.example/page/sales/crm/type/1044/details/45/', 'Deal'],
  ])('%j of the type %j names something that owns no orders', (owner, type) => {
    expect(read(owner, type)).toBe('not-offered')
  })

  it.each([
    ['Invoice 45', ''],
    ['45', 'счета'],
    ['https://a.example/crm/type/31/details/45/', ''],
  ])('%j of the type %j is nothing that this portal offers', (owner, type) => {
    expect(readOwnerCells({ owner, type }, { types: [DEAL], typeId: DEAL.id })).toBe('not-offered')
  })

  it('name no owner where nobody has said a type', () => {
    expect(readOwnerCells({ owner: '45', type: '' }, { types })).toBeUndefined()
    expect(readOwnerCells({ owner: '2:45', type: '' }, { types })).toEqual({ typeId: 2, id: 45 })
  })

  it('take a type by its name before others that are called so elsewhere', () => {
    const named = [{ id: ownerTypeId(177), name: 'Deal', code: 'DYNAMIC_177' }, DEAL]
    expect(typeNamed('deal', named)).toBe(177)
  })
})
