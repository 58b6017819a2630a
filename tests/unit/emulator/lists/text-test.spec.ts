import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPortal } from '@emulator/create-portal'
import { toTextTest } from '@emulator/lists/text-test'
import { answerRest } from '@emulator/rest/answer-rest'

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', '😀', ' '), maxLength: 8 })
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', '%', '%'), maxLength: 6 })

/** The same said plainly: `%` is any text. */
function toExpression(written: string): RegExp {
  const pieces = written.split('%').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pieces.join('[^]*')}$`)
}

describe('toTextTest', () => {
  it('finds any of many parts as it finds each of them', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), text, (parts, searched) => {
        expect(toTextTest('%', parts)(searched)).toBe(parts.some((part) => searched.includes(part)))
      }),
    )
  })

  it.each(['=%', '%=', '!=%', '!%='])('takes each of many patterns with %s for what it says', (prefix) => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 30 }), text, (patterns, searched) => {
        const expected = patterns.some((written) => toExpression(written).test(searched))
        expect(toTextTest(prefix, patterns)(searched)).toBe(expected)
      }),
    )
  })
})

const portal = createPortal({ settings: { rows: 'large' } })
const numbers = Array.from({ length: 19_990 }, (_, index) => index)
const count = async (method: string, params: Record<string, unknown>) => {
  const credentials = { kind: 'webhook', userId: 1, secret: 'adminsecret' } as const
  const before = process.cpuUsage()
  const answer = await answerRest(portal, { method, params, credentials })
  const { user, system } = process.cpuUsage(before)
  const body = answer.kind === 'answer' ? JSON.parse(answer.body) : {}
  return { milliseconds: (user + system) / 1000, body }
}

/** By name: what is sent, and whether it is refused for its weight. */
const HEAVY: [name: string, method: string, filter: Record<string, unknown>, isRefused?: true][] = [
  ['parts that are nowhere', 'sale.order.list', { '%xmlId': numbers.map((at) => `zz${at}`) }],
  ['parts that begin alike', 'sale.order.list', { '%accountNumber': numbers.map((at) => `1${'0'.repeat(300)}${at}`) }],
  ['beginnings', 'sale.order.list', { '=%xmlId': numbers.map((at) => `bx_0z${at}%`) }],
  ['endings', 'sale.order.list', { '%=xmlId': numbers.map((at) => `%z${at}`) }],
  ['parts as patterns', 'sale.order.list', { '!=%xmlId': numbers.map((at) => `%z${at}%`) }],
  ['whole texts', 'sale.order.list', { '=%xmlId': numbers.map((at) => `z${at}`) }],
  ['old lists', 'crm.deal.list', { '%TITLE': numbers.map((at) => `z${at}`) }],
  [
    'the most patterns of several pieces',
    'sale.order.list',
    { '=%xmlId': numbers.slice(0, 24).map((at) => `%0%0%0%0%0%${at}z%`) },
  ],
  ['patterns of several pieces', 'sale.order.list', { '=%xmlId': numbers.map((at) => `b%0%${at}z`) }, true],
  ['conditions', 'crm.item.list', { logic: 'OR', ...numbers.map((id) => ({ id })) }, true],
  [
    'the most conditions',
    'crm.item.list',
    { logic: 'OR', ...numbers.slice(0, 249).map((at) => ({ '<createdTime': `1999-01-01T00:00:00+0${at % 9}:00` })) },
  ],
  [
    'groups',
    'crm.item.list',
    { ...Array.from({ length: 140 }, () => numbers.slice(0, 140).map((id) => ({ id }))) },
    true,
  ],
]

describe('a filter with twenty thousand values', () => {
  it.each(HEAVY)('of %s takes less than a second', async (...[, method, filter, isRefused]) => {
    const entityTypeId = method === 'crm.item.list' ? { entityTypeId: 2 } : {}
    const { milliseconds, body } = await count(method, { ...entityTypeId, filter })
    expect(body.error).toBe(isRefused && 'INVALID_REQUEST')
    expect(milliseconds).toBeLessThan(1000)
  })
})
