import { describe, expect, it } from 'vitest'
import { readBatchResult, toBatchParams } from '@/portal/batch-envelope'

const COMMANDS = { 0: { method: 'a.b', params: { x: 1 } }, now: { method: 'c.d', params: {} } }
const EMPTY = { result: [], result_error: [], result_total: [], result_next: [], result_time: [] }

describe('toBatchParams', () => {
  it('gives every command a key that PHP cannot take for a list', () => {
    expect(toBatchParams(COMMANDS, { halt: false })).toEqual({ halt: 0, cmd: { k_0: 'a.b?x=1', k_now: 'c.d?' } })
  })

  it('says halt when it is wished', () => {
    expect(toBatchParams(COMMANDS, { halt: true }).halt).toBe(1)
  })
})

describe('readBatchResult', () => {
  it('gives each command its answer with total, next and time', () => {
    const time = { duration: 0.1 }
    const rows = readBatchResult(
      {
        ...EMPTY,
        result: { k_now: { items: [] } },
        result_total: { k_now: 71 },
        result_next: { k_now: 50 },
        result_time: { k_now: time },
      },
      ['now'],
    )
    expect(rows).toEqual({ now: { ok: true, answer: { result: { items: [] }, total: 71, next: 50, time } } })
  })

  it('gives a refused command its code and description', () => {
    const refusal = { error: 'NOT_FOUND', error_description: 'Element not found', argument: 'ID' }
    expect(readBatchResult({ ...EMPTY, result_error: { k_now: refusal } }, ['now'])).toEqual({
      now: { ok: false, code: 'NOT_FOUND', description: 'Element not found' },
    })
  })

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('takes no row from the name %s', (name) => {
    const inherited = JSON.parse(`{"${name}": {"k_now": {"error": "INTERNAL_SERVER_ERROR"}}}`)
    expect(readBatchResult({ ...EMPTY, result: inherited }, ['now', name])).toEqual({})
  })

  it('keeps the code "0", which the SDK would rename', () => {
    const rows = readBatchResult({ ...EMPTY, result_error: { k_0: { error: '0', error_description: 'No' } } }, ['0'])
    expect(rows['0']).toMatchObject({ ok: false, code: '0' })
  })

  it('tells a false result from a missing row', () => {
    expect(readBatchResult({ ...EMPTY, result: { k_a: null } }, ['a', 'b'])).toEqual({
      a: { ok: true, answer: { result: null, total: undefined, next: undefined, time: undefined } },
    })
  })

  it('reads a batch without any row', () => {
    expect(readBatchResult(EMPTY, ['a'])).toEqual({})
  })

  it.each([
    ['text', 'nonsense'],
    ['nothing', undefined],
    ['a half', { result: [] }],
  ])('calls %s broken', (_, result) => {
    expect(() => readBatchResult(result, ['a'])).toThrow(expect.objectContaining({ kind: 'broken' }))
  })

  it('has no row for a command that a list answers without its key', () => {
    expect(readBatchResult({ ...EMPTY, result: [1] }, ['0'])).toEqual({})
  })
})
