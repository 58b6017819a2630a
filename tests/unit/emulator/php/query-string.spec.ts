import { describe, expect, it } from 'vitest'
import { parseQuery } from '@emulator/php/query-string'

const parse = (text: string): unknown => JSON.parse(JSON.stringify(parseQuery(text)))

describe('parseQuery', () => {
  it.each([
    ['a=1&b=', { a: '1', b: '' }],
    ['a=1&a=2', { a: '2' }],
    ['select[]=id&select[]=title', { select: ['id', 'title'] }],
    ['fields[orderId]=5', { fields: { orderId: '5' } }],
    ['filter[0][%25title]=x&filter[logic]=OR', { filter: { 0: { '%title': 'x' }, logic: 'OR' } }],
    ['filter%5B%40id%5D%5B0%5D=1&filter%5B%40id%5D%5B1%5D=2', { filter: { '@id': ['1', '2'] } }],
    ['a[1]=x&a[0]=y', { a: ['y', 'x'] }],
    ['a[5]=x&a[]=y', { a: { 5: 'x', 6: 'y' } }],
    ['text=a+b%2Bc', { text: 'a b+c' }],
    ['a=1&a[b]=2', { a: { b: '2' } }],
    // The first equals sign ends the name, so the bracket is not closed.
    ['filter[=closed]=Y&filter[id]=5', { filter_: 'closed]=Y', filter: { id: '5' } }],
  ])('reads %s', (text, params) => {
    expect(parse(text)).toEqual(params)
  })

  it('takes __proto__ for a name like any other', () => {
    const params = parseQuery('__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=1')
    expect(Object.keys(params)).toEqual(['__proto__', 'a', 'constructor'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})
