import { describe, expect, it } from 'vitest'
import { toAppError } from '@/domain/app-error'

/** A mistake with the stack that a browser would give it. */
function mistakeWith(stack: string, message = 'no map'): TypeError {
  return Object.assign(new TypeError(message), { stack })
}

const AT = 'https://cdn.example/b1/app_local/0f1e/assets/index-E8FR318T.js:1:3021'

describe('toAppError', () => {
  it.each([
    ['Chrome', `TypeError: no map\n    at toOrder (${AT})\n    at a (${AT}9)`, 'TypeError index-E8FR318T.js:1:3021'],
    ['Chrome, without a name', `TypeError: no map\n    at ${AT}`, 'TypeError index-E8FR318T.js:1:3021'],
    ['Firefox', `toOrder@${AT}\nread@${AT}9`, 'TypeError index-E8FR318T.js:1:3021'],
    ['Safari', `toOrder@${AT}\n[native code]`, 'TypeError index-E8FR318T.js:1:3021'],
    ['the dev server', 'TypeError: no map\n at f (http://127.0.0.1/src/a/b.ts?t=17:5:9)', 'TypeError b.ts:5:9'],
    ['an unknown notation', 'somewhere', 'TypeError'],
    ['no stack at all', '', 'TypeError'],
  ])('names the error and where it happened: %s', (_, stack, code) => {
    expect(toAppError(mistakeWith(stack)).code).toBe(code)
  })

  it.each([
    ['a customer', 'Mara Lindqvist is not iterable'],
    ['what looks like a place', 'mara.js:1:2 is no order'],
    ['several lines', 'first\n    at mara.js:1:2'],
  ])("keeps the error's message to itself: %s", (_, message) => {
    const { code } = toAppError(mistakeWith(`TypeError: ${message}\n    at toOrder (${AT})`, message))
    expect(code).toBe('TypeError index-E8FR318T.js:1:3021')
  })

  it('does not show a name that is none', () => {
    expect(toAppError(Object.assign(mistakeWith(''), { name: 'Mara Lindqvist' })).code).toBe('Error')
  })

  it.each([['text'], [undefined], [{ message: 'Mara' }], [null]])('takes what is no error: %j', (thrown) => {
    expect(toAppError(thrown)).toMatchObject({ kind: 'app-error', code: 'Error', changed: 'no', cause: thrown })
  })

  it('says what is known of the change that it ended', () => {
    expect(toAppError(new TypeError('no map'), 'unknown').changed).toBe('unknown')
  })
})
