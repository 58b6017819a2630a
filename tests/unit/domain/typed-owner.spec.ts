import { describe, expect, it } from 'vitest'
import { readTypedOwner } from '@/domain/typed-owner'

const DEALS = { cardFolder: '/crm/deal/details/', names: ['deal', 'сделка'] }
const INVOICES = { cardFolder: '/crm/type/31/details/', names: ['invoice'] }

describe('readTypedOwner', () => {
  it.each([
    ['202', 202],
    ['#202', 202],
    ['№ 202', 202],
    ['ID 202', 202],
    ['id: 202', 202],
    ['ID202', 202],
    ['Deal 202', 202],
    ['deal #202', 202],
    ['Deal ID 202', 202],
    ['Deal: 202', 202],
    ['Deal No. 202', 202],
    ['Сделка 202', 202],
    ['Сделка №202', 202],
    ['«Сделка 202»', 202],
    ['(ID 202)', 202],
    ['202.', 202],
    ['\u200e202', 202],
    ['Deal\u00a0202', 202],
    ['２０２', 202],
    ['00202', 202],
  ])('reads %j as an id', (typed, id) => {
    expect(readTypedOwner(typed, DEALS)).toMatchObject({ id })
    expect(readTypedOwner(typed, DEALS)).not.toHaveProperty('idOfType')
  })

  it.each([
    ['https://acme.example/crm/deal/details/202/', DEALS, 202],
    ['/crm/deal/details/202/', DEALS, 202],
    ['crm/deal/details/202', DEALS, 202],
    ['https://acme.example/crm/deal/details/202/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER', DEALS, 202],
    ['HTTPS://ACME.EXAMPLE/CRM/DEAL/DETAILS/202/', DEALS, 202],
    ['here: https://acme.example/crm/deal/details/202/, please', DEALS, 202],
    ['https://acme.example/page/sales/home/type/31/details/7/', { cardFolder: '/type/31/details/' }, 7],
    ['/crm/type/31/details/7/', INVOICES, 7],
  ])('reads the address %j as an id and nothing else', (typed, type, id) => {
    expect(readTypedOwner(typed, type)).toEqual({ id })
  })

  it.each([
    ['/crm/deal/details/202/', INVOICES],
    ['/crm/type/31/details/7/', DEALS],
    ['/crm/type/131/details/7/', INVOICES],
    ['/shop/orders/details/1123/', DEALS],
    ['/crm/deal/details/0/', DEALS],
    ['/crm/deal/details/202/', {}],
  ])('takes the address %j for none of another type', (typed, type) => {
    expect(readTypedOwner(typed, type)).toEqual({})
  })

  it.each([
    ['Contract 7', 7, 'contract'],
    ['Смарт-счёт №41', 41, 'смарт-счет'],
    ['Office chairs 120', 120, 'office chairs'],
  ])('reads %j as an id only where the words are the name of the type', (typed, id, idOfType) => {
    expect(readTypedOwner(typed, DEALS)).toMatchObject({ id, idOfType })
  })

  it.each(['Chairs', '10%', '12-34', '3.5', '0', '99999999999999999999', 'A202', '202 chairs'])(
    'finds no id in %j',
    (typed) => {
      expect(readTypedOwner(typed, DEALS)).not.toHaveProperty('id')
      expect(readTypedOwner(typed, DEALS)).toHaveProperty('words')
    },
  )

  it.each(['', ' ', '\u200b\u00a0'])('finds nothing to look for in %j', (typed) => {
    expect(readTypedOwner(typed, DEALS)).toBeUndefined()
  })
})
