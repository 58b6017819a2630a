import { describe, expect, it } from 'vitest'
import { toPhpArray, toPhpJson, toPhpMap } from '@emulator/php/php-json'

describe('toPhpJson', () => {
  it.each([
    ['<a href="/x">', '"\\u003Ca href=\\u0022\\/x\\u0022\\u003E"'],
    ["Tom & Jerry's", '"Tom \\u0026 Jerry\\u0027s"'],
    ['Счёт №5', '"Счёт №5"'],
    ['ends with \\', '"ends with \\\\"'],
    ['\\"', '"\\\\\\u0022"'],
  ])('writes %s as a portal does', (text, json) => {
    expect(toPhpJson(text)).toBe(json)
    expect(JSON.parse(toPhpJson(text))).toBe(text)
  })

  it('keeps the quotes around keys', () => {
    expect(toPhpJson({ 'a"b': '"' })).toBe('{"a\\u0022b":"\\u0022"}')
  })
})

describe('toPhpArray', () => {
  it.each([
    [[], '[]'],
    [
      [
        ['0', 'a'],
        ['1', 'b'],
      ],
      '["a","b"]',
    ],
    [[['1', 'b']], '{"1":"b"}'],
    [[['a', 1]], '{"a":1}'],
  ] as [[string, unknown][], string][])('shapes %j', (entries, json) => {
    expect(JSON.stringify(toPhpArray(entries))).toBe(json)
  })
})

describe('toPhpMap', () => {
  it('spells an empty map as an empty array', () => {
    expect([toPhpMap({}), toPhpMap({ a: 1 })]).toEqual([[], { a: 1 }])
  })
})
