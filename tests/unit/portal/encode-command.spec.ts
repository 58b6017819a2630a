import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeCommand } from '@/portal/encode-command'
import { Reference } from '@/portal/reference'
import { parseQuery } from '@emulator/php/query-string'

const queryOf = (params: Record<string, unknown>) => encodeCommand({ method: 'm', params }).slice('m?'.length)

describe('encodeCommand', () => {
  it('writes nested parameters with bracket keys', () => {
    const command = encodeCommand({ method: 'crm.item.list', params: { entityTypeId: 2, filter: { '@id': [5, 7] } } })
    expect(decodeURIComponent(command)).toBe('crm.item.list?entityTypeId=2&filter[@id][0]=5&filter[@id][1]=7')
  })

  it('keeps characters that a query would drop', () => {
    expect(queryOf({ filter: { '%title': 'A&B = 100% + #7 ?' } })).toBe(
      'filter%5B%25title%5D=A%26B%20%3D%20100%25%20%2B%20%237%20%3F',
    )
  })

  it('names a place in the answer of an earlier command, which is never taken for the id 1', () => {
    const orderId = new Reference('guard', ['orderEntity', 0, 'orderId'])
    expect(decodeURIComponent(queryOf({ fields: { orderId } }))).toBe(
      'fields[orderId]=0$result[k_guard][orderEntity][0][orderId]',
    )
  })

  it('says yes and no as 1 and 0', () => {
    expect(queryOf({ yes: true, no: false })).toBe('yes=1&no=0')
  })

  it('leaves out what a query cannot say', () => {
    expect(queryOf({ a: null, b: undefined, c: [], d: {}, e: 0 })).toBe('e=0')
  })

  it('ends in a question mark when there are no parameters', () => {
    expect(encodeCommand({ method: 'crm.enum.ownertype', params: {} })).toBe('crm.enum.ownertype?')
  })

  it('is read back by the portal as it was', () => {
    // Names as the app uses them; a name with brackets or an empty one has no spelling in a query.
    const name = fc.stringMatching(/^[@%<>=!]{0,2}[A-Za-z_][A-Za-z0-9_]{0,8}$/)
    const text = fc.string({ unit: 'grapheme', maxLength: 12 })
    const list = fc.array(text, { minLength: 1, maxLength: 4 })
    const map = fc.dictionary(name, fc.oneof(text, list), { minKeys: 1, maxKeys: 4 })
    const params = fc.dictionary(name, fc.oneof(text, list, map), { maxKeys: 4 })
    fc.assert(
      fc.property(params, (sent) => {
        expect(JSON.parse(JSON.stringify(parseQuery(queryOf(sent))))).toEqual(JSON.parse(JSON.stringify(sent)))
      }),
    )
  })
})
