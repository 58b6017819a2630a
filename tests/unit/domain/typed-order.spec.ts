import { describe, expect, it } from 'vitest'
import { readTypedOrder } from '@/domain/typed-order'

const HUGE = 60_000

describe('readTypedOrder', () => {
  it.each([
    ['1123', '1123', 1123],
    ['  1123 ', '1123', 1123],
    ['000009', '000009', 9],
    ['0042', '0042', 42],
    ['#1123', '1123', 1123],
    ['# 1123', '1123', 1123],
    ['Order 1123', '1123', 1123],
    ['order: 1123', '1123', 1123],
    ['ORDER #1123', '1123', 1123],
    ['Order - 1123', '1123', 1123],
    ['Заказ 1123', '1123', 1123],
    ['заказа 1123', '1123', 1123],
    ['Bestellung 1123', '1123', 1123],
    ['"1123"', '1123', 1123],
    ['«1123»', '1123', 1123],
    ['“1123”', '1123', 1123],
    ['(1123)', '1123', 1123],
    ['1123.', '1123', 1123],
    ['1123,', '1123', 1123],
    ['Order #1123, item #2', '1123', 1123],
    ['Your order #1123, item #2', '1123', 1123],
    ['1123/', '1123', 1123],
    ['\u200b1123\u200b', '1123', 1123],
    ['\u200e1123\u200f', '1123', 1123],
    ['\u202a1123\u202c', '1123', 1123],
    ['\ufeff1123', '1123', 1123],
    ['11\u00ad23', '1123', 1123],
    ['\u00a01123\u00a0', '1123', 1123],
    ['Order\u00a01123', '1123', 1123],
    ['\t1123\r\n', '1123', 1123],
    ['１１２３', '1123', 1123],
    ['＃１１２３', '1123', 1123],
    ['١١٢٣', '1123', 1123],
    ['۱۱۲۳', '1123', 1123],
  ])('reads %j as a number %j or an id', (typed, number, id) => {
    const read = readTypedOrder(typed)
    expect(read).toMatchObject({ number, id })
    expect(read).not.toHaveProperty('said')
  })

  it.each([
    ['№1123', '1123'],
    ['№ 1123', '1123'],
    ['№\u00a01123', '1123'],
    ['№0042', '0042'],
    ['No. 1123', '1123'],
    ['no 1123', '1123'],
    ['Nr. 1123', '1123'],
    ['Nº 1123', '1123'],
    ['N° 1123', '1123'],
    ['Order No. 1123', '1123'],
    ['Order no 1123.', '1123'],
    ['Order number: 1123', '1123'],
    ['Заказ №1123', '1123'],
    ['Заказ № 1123', '1123'],
    ['Заказ номер 1123', '1123'],
    ['«Заказ №1123»', '1123'],
    ['Заказ №1123 от 12.10.2026', '1123'],
    ['Order No. 1123 of 12 October', '1123'],
    ['Заказ интернет-магазина ABC1 №125', '125'],
    ['Your order №1123, thank you', '1123'],
    ['№A-17', 'A-17'],
    ['№№№1123', '1123'],
  ])('reads %j as the number %j and no id', (typed, number) => {
    const read = readTypedOrder(typed)
    expect(read).toMatchObject({ number, said: 'number' })
    expect(read).not.toHaveProperty('id')
  })

  it.each([
    ['ID 123', 123],
    ['id:123', 123],
    ['ID: 123', 123],
    ['id=123', 123],
    ['ID123', 123],
    ['ID №123', 123],
    ['Order ID 123', 123],
    ['ИД 123', 123],
    ['(ID 123)', 123],
    ['ID\u00a0123', 123],
    ['ＩＤ １２３', 123],
    ['ID 0042', 42],
  ])('reads %j as the id %i', (typed, id) => {
    expect(readTypedOrder(typed)).toMatchObject({ id, said: 'id' })
  })

  it.each([
    'https://acme.example/shop/orders/details/1123/',
    'https://acme.example/shop/orders/details/1123',
    'http://localhost:8101/shop/orders/details/1123/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER',
    '/shop/orders/details/1123/',
    'shop/orders/details/1123/#tab',
    'HTTPS://ACME.EXAMPLE/SHOP/ORDERS/DETAILS/1123/',
    'see https://acme.example/shop/orders/details/1123/, please',
    '<https://acme.example/shop/orders/details/1123/>',
    '\u200bhttps://acme.example/shop/orders/details/1123/\u200b',
  ])('reads the address %j as an id and nothing else', (typed) => {
    expect(readTypedOrder(typed)).toEqual({ number: '', otherNumbers: [], id: 1123, said: 'id' })
  })

  it.each([
    ['№123/1', '123/1', ['№123/1', '123']],
    ['#123/1', '123/1', ['#123/1', '123']],
    ['123/1', '123/1', ['123']],
    ['Payment 123/2', 'Payment 123/2', ['Payment 123']],
    ['A#12', '12', ['A#12']],
    ['1 123', '1 123', ['1123']],
    ['1\u00a0123', '1 123', ['1123']],
    ['12 345 678', '12 345 678', ['12345678']],
    ['Order 1 123', '1 123', ['Order 1 123', '1123']],
    ['igrushki-777', 'igrushki-777', []],
    ['igrushki‑777', 'igrushki-777', []],
    ['Order-77', 'Order-77', []],
    ['N77', 'N77', []],
    ['2026/10/001', '2026/10/001', ['2026/10']],
  ])('reads %j as the number %j, or else one of %j', (typed, number, otherNumbers) => {
    expect(readTypedOrder(typed)).toMatchObject({ number, otherNumbers })
  })

  it.each([
    ['order', 'order'],
    ['ID', 'ID'],
    ['№', '№'],
    ['#', '#'],
    ['...', '...'],
    ['Mara Lindqvist', 'Mara Lindqvist'],
    ['99999999999999999999', '99999999999999999999'],
    ['0', '0'],
    ['-5', '-5'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
  ])('searches for %j as it is', (typed, number) => {
    const read = readTypedOrder(typed)
    expect(read).toMatchObject({ number })
    expect(read).not.toHaveProperty('id')
  })

  it.each(['', ' ', '\u200b\u00a0\t'])('finds nothing to look for in %j', (typed) => {
    expect(readTypedOrder(typed)).toBeUndefined()
  })

  it.each([
    ['spaces before', ' '.repeat(HUGE) + '5', '5'],
    ['spaces between', 'Order' + ' '.repeat(HUGE) + '5', '5'],
    ['signs', '№'.repeat(HUGE) + '5', '5'],
    ['signs and spaces', '# '.repeat(HUGE) + '5', '5'],
    ['labels', 'order no. '.repeat(HUGE / 10) + '5', '5'],
    ['quotes', '«'.repeat(HUGE) + '5' + '»'.repeat(HUGE), '5'],
    ['invisible characters', '\u200b'.repeat(HUGE) + '5', '5'],
    ['digits', '7'.repeat(HUGE), '7'.repeat(HUGE)],
    ['zeros', '0'.repeat(HUGE) + '5', '0'.repeat(HUGE) + '5'],
    ['thousands', '1' + ' 123'.repeat(HUGE / 4) + ' x', '1' + ' 123'.repeat(HUGE / 4) + ' x'],
    ['letters', 'a'.repeat(HUGE), 'a'.repeat(HUGE)],
    ['accents', 'e' + '\u0301\u0316'.repeat(HUGE / 2) + '5', undefined],
  ])('reads a huge text of %s', (_, typed, number) => {
    const read = readTypedOrder(typed)
    if (number !== undefined) expect(read?.number).toBe(number)
    expect(read).toBeDefined()
  })
})
