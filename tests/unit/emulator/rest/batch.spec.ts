import type { Params } from '@emulator/calls/call'
import { describe, expect, it } from 'vitest'
import { RestError } from '@emulator/calls/errors'
import { runBatch, toBatchResult } from '@emulator/rest/batch'
import { toRestTime } from '@emulator/rest/rest-time'

const TIME = toRestTime(0, 0)

/** Runs commands on methods that answer with what the test gives them. */
function run(params: Params, methods: Record<string, unknown> = {}) {
  const seen: { method: string; params: Params }[] = []
  const outcomes = runBatch(params, ({ method }, sent) => {
    seen.push({ method, params: sent })
    if (!(method in methods)) throw new RestError('ERROR_METHOD_NOT_FOUND', 'Method not found!')
    return { reply: { result: methods[method] }, time: TIME }
  })
  return { seen, result: toBatchResult(outcomes) }
}

/** What the second command got after a first one called `a` answered. */
function secondParams(query: string, first: unknown): unknown {
  return JSON.parse(
    JSON.stringify(run({ cmd: { a: 'first', b: `second?${query}` } }, { first, second: 1 }).seen[1]?.params),
  )
}

describe('runBatch', () => {
  it('reads a query with nested brackets', () => {
    const { seen } = run({ cmd: { a: 'first?filter[%25title]=a%20b&select[]=id&select[]=title' } }, { first: 1 })
    expect(seen[0]?.params).toEqual({ filter: { '%title': 'a b' }, select: ['id', 'title'] })
  })

  it('takes its own parameters in any letter case', () => {
    expect(run({ HALT: 1, CMD: { a: 'nonsense', b: 'first' } }, { first: 1 }).seen).toHaveLength(1)
  })

  it('skips what is no text', () => {
    expect(run({ cmd: { a: 5, b: 'first' } }, { first: 1 }).result.result).toEqual({ b: 1 })
  })

  it('puts a whole list in the place of a reference', () => {
    expect(secondParams('ids=$result[a][ids]', { ids: [3, 4] })).toEqual({ ids: [3, 4] })
  })

  it('puts numbers and texts inside a text', () => {
    expect(secondParams('text=No. $result[a][id]!', { id: 7 })).toEqual({ text: 'No. 7!' })
  })

  it('leaves a reference to a list inside a text as it is', () => {
    expect(secondParams('text=No. $result[a][ids]', { ids: [1] })).toEqual({ text: 'No. $result[a][ids]' })
  })

  it('gives the last container on the way to something missing', () => {
    expect(secondParams('id=$result[a][rows][0][id]', { rows: [] })).toEqual({ id: [] })
  })

  it('takes names of references in any letter case', () => {
    expect(secondParams('id=$RESULT[a]', 9)).toEqual({ id: 9 })
  })

  it('runs fifty commands and refuses each one more', () => {
    const cmd = Object.fromEntries(Array.from({ length: 52 }, (_, index) => [`c${index}`, 'first']))
    const { seen, result } = run({ cmd }, { first: 1 })
    expect(seen).toHaveLength(50)
    expect(result.result_error).toEqual({
      c50: { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' },
      c51: { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' },
    })
  })

  it('refuses what may not be in a batch', () => {
    const { seen, result } = run({ cmd: { a: 'BATCH', b: 'upload', c: 'download' } })
    expect(seen).toHaveLength(0)
    expect(Object.keys(result.result_error)).toEqual(['a', 'b', 'c'])
  })
})

describe('toBatchResult', () => {
  it('makes a map of numbered commands with a gap', () => {
    expect(run({ cmd: ['first', 'nonsense', 'first'] }, { first: 1 }).result.result).toEqual({ 0: 1, 2: 1 })
  })

  it('keeps a command called __proto__ as a key', () => {
    const { result } = run({ cmd: JSON.parse('{"__proto__":"first"}') }, { first: 1 })
    expect(JSON.stringify(result.result)).toBe('{"__proto__":1}')
  })
})
