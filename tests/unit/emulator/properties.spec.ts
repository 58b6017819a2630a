import type { Params } from '@emulator/calls/call'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { createPortal } from '@emulator/create-portal'
import { parseQuery, writeQuery } from '@emulator/php/query-string'
import { answerRest } from '@emulator/rest/answer-rest'

const RUNS = { numRuns: 60 }
const settings = { operatingLimit: false, rateLimit: false }
const portal = createPortal({ settings })

async function ask(method: string, params: Params, on = portal): Promise<Record<string, unknown>> {
  const token = on.tokens.at(-1) ?? openSession(on, 1)
  const answer = await answerRest(on, { method, params, credentials: { kind: 'token', token: token.accessToken } })
  if (answer.kind !== 'answer') throw new Error(answer.kind)
  return JSON.parse(answer.body)
}

/** Texts, lists and maps as a form can spell them: none of them empty, no brackets in names, no map that looks like a list. */
const name = fc
  .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
  .filter((text) => !/[[\]]/.test(text) && !/^\d+$/.test(text))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'grapheme' }), tie('list'), tie('map')),
  list: fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
  map: fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4 }),
}))

/** Maps without a prototype and maps with one are alike here. */
const plain = (params: unknown): unknown => JSON.parse(JSON.stringify(params))

describe('bracket keys', () => {
  it('decode to what was encoded', () => {
    const params = fc.dictionary(name, value, { maxKeys: 4 })
    const isKept = (sent: Params) => {
      expect(plain(parseQuery(writeQuery(sent)))).toEqual(plain(sent))
    }
    fc.assert(fc.property(params, isKept), { numRuns: 300 })
  })

  it('of a batch reach the method as they were written', async () => {
    const options = fc.dictionary(
      name.filter((text) => !text.includes('$')),
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('$')),
      { minKeys: 1, maxKeys: 3 },
    )
    await fc.assert(
      fc.asyncProperty(options, async (sent) => {
        portal.app.options = {}
        const cmd = { set: `app.option.set?${writeQuery({ options: sent })}`, get: 'app.option.get' }
        const { result } = await ask('batch', { cmd })
        expect(result).toMatchObject({ result: { set: true, get: plain(sent) } })
      }),
      RUNS,
    )
  })
})

const LISTS = [
  { method: 'sale.order.list', params: {}, key: 'orders', id: 'id' },
  { method: 'crm.orderentity.list', params: {}, key: 'orderEntity', id: 'orderId' },
  { method: 'crm.item.list', params: { entityTypeId: 2 }, key: 'items', id: 'id' },
  { method: 'crm.item.list', params: { entityTypeId: 3 }, key: 'items', id: 'id' },
  { method: 'crm.ordercontactcompany.list', params: {}, key: 'clients', id: 'id' },
]

describe('paging by start', () => {
  it.each(LISTS)('gives each row of $method $params once', async ({ method, params, key, id }) => {
    const direction = fc.constantFrom('asc', 'desc')
    await fc.assert(
      fc.asyncProperty(direction, fc.boolean(), async (order, hasFilter) => {
        const filter = hasFilter ? { [`>${id}`]: 60 } : {}
        const seen: unknown[] = []
        let start: unknown = 0
        let total: unknown
        for (let page = 0; start !== undefined && page < 20; page++) {
          const answer = await ask(method, { ...params, filter, order: { [id]: order }, start })
          const rows = Object(answer.result)[key]
          seen.push(...rows.map((row: object) => Reflect.get(row, id)))
          total = answer.total
          start = answer.next
        }
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen).toHaveLength(Number(total))
      }),
      { numRuns: 4 },
    )
  })
})

const orderId = fc.integer({ min: 1, max: 4 })
const owner = fc.record({ ownerId: fc.integer({ min: 201, max: 203 }), ownerTypeId: fc.constantFrom(2, 31) })
const change = fc.record({ kind: fc.constantFrom('add', 'deleteByFilter'), orderId, owner })
type BindingWrite = { kind: string; orderId: number; owner: { ownerId: number; ownerTypeId: number } }
const toFields = (one: BindingWrite) => ({ orderId: one.orderId, ...one.owner })

describe('any sequence of binding and unbinding', () => {
  it('keeps at most one binding for an order, the one added last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
        portal.data.bindings.clear()
        const wanted = new Map<number, object>()
        for (const one of changes) {
          const present = JSON.stringify(wanted.get(one.orderId))
          const answer = await ask(`crm.orderentity.${one.kind}`, { fields: toFields(one) })
          const isSame = present === JSON.stringify(one.owner)
          expect('result' in answer).toBe(one.kind === 'add' ? !isSame : isSame)
          if (one.kind === 'add') wanted.set(one.orderId, one.owner)
          else if (isSame) wanted.delete(one.orderId)
        }
        const { result } = await ask('crm.orderentity.list', { order: { orderId: 'asc' } })
        const expected = [...wanted].sort(([a], [b]) => a - b).map(([id, present]) => ({ orderId: id, ...present }))
        expect(Object(result).orderEntity).toEqual(expected)
      }),
      RUNS,
    )
  })
})

describe('a batch with references', () => {
  it('equals the same calls made one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), orderId, async (changes, asked) => {
        const [together, apart] = [createPortal({ settings }), createPortal({ settings })]
        const write = (one: BindingWrite) => `crm.orderentity.${one.kind}?${writeQuery({ fields: toFields(one) })}`
        const cmd = {
          ...Object.fromEntries(changes.map((one, index) => [`w${index}`, write(one)])),
          read: `crm.orderentity.list?filter[orderId]=${asked}`,
          owner:
            'crm.item.list?entityTypeId=2&select[]=id&select[]=title&filter[id]=$result[read][orderEntity][0][ownerId]',
        }
        const batch = Object((await ask('batch', { cmd }, together)).result)
        const alone = await Promise.all(
          changes.map((one) => ask(`crm.orderentity.${one.kind}`, { fields: toFields(one) }, apart)),
        )
        const read = await ask('crm.orderentity.list', { filter: { orderId: asked } }, apart)
        const ownerId = Object(read.result).orderEntity[0]?.ownerId ?? []
        const found = await ask(
          'crm.item.list',
          { entityTypeId: 2, select: ['id', 'title'], filter: { id: ownerId } },
          apart,
        )
        const results = Object.fromEntries(
          alone.flatMap(({ result }, index) => (result === undefined ? [] : [[`w${index}`, result]])),
        )
        expect(batch.result).toEqual({ ...results, read: read.result, owner: found.result })
        expect(batch.result_total).toEqual({ read: read.total, owner: found.total })
        expect([...together.data.bindings]).toEqual([...apart.data.bindings])
      }),
      { numRuns: 25 },
    )
  })
})
