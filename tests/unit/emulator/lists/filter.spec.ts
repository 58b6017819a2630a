import { describe, expect, it } from 'vitest'
import { toLenientCondition } from '@emulator/lists/filter'
import { toStrictCondition } from '@emulator/lists/filter-strict'

const KINDS = { id: 'int', title: 'string', sum: 'float', made: 'date' } as const
const ROWS = [
  { id: 1, title: 'Chairs', sum: 10.5, made: '2026-09-01T10:00:00+03:00' },
  { id: 2, title: 'chair legs', sum: 20, made: '2026-09-02T10:00:00+03:00' },
  { id: 3, title: 'Lamp 100%', sum: 30, made: null },
]

const lenient = (filter: Record<string, unknown>) => ROWS.filter(toLenientCondition(filter, KINDS)).map(({ id }) => id)
const strict = (filter: Record<string, unknown>) => ROWS.filter(toStrictCondition(filter, KINDS)).map(({ id }) => id)

describe('toLenientCondition', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ id: 2 }, [2]],
    [{ '=id': '2' }, [2]],
    [{ '!=id': 2 }, [1, 3]],
    [{ '!id': [1, 2] }, [3]],
    [{ '@id': 3 }, [3]],
    [{ '>=id': 2, '<id': 3 }, [2]],
    [{ '%title': 'chair' }, [1, 2]],
    [{ '!%title': 'chair' }, [3]],
    [{ '=%title': 'chair%' }, [1, 2]],
    [{ '%=title': '%legs' }, [2]],
    [{ '!=%title': 'chair%' }, [3]],
    [{ '!%=title': 'chair%' }, [3]],
    [{ title: 'CHAIRS' }, [1]],
    [{ '>sum': '10.5' }, [2, 3]],
    [{ '>=made': '2026-09-01T09:00:00+02:00' }, [1, 2]],
    [{ '>made': '2026-09-01T09:00:00+02:00' }, [2]],
  ])('understands %j', (filter, ids) => {
    expect(lenient(filter)).toEqual(ids)
  })

  it.each(['{"ID":2}', '{">ID":2}', '{"nonsense":1}', '{"><id":[2,3]}', '{"constructor":1}', '{"__proto__":1}'])(
    'drops %s without an error',
    (filter) => {
      expect(lenient(JSON.parse(filter))).toEqual([1, 2, 3])
    },
  )

  // Each took seconds and more as long as every row took the pattern to pieces anew.
  it.each([
    ['many parts', '%1'.repeat(100_000), 0],
    ['many signs without a text between them', `1${'%'.repeat(200_000)}1`, 5000],
    ['parts that are all there', `${'%a'.repeat(100)}%`, 0],
  ])('looks at a pattern with %s once, not once a row', (_, pattern, found) => {
    const rows = Array.from({ length: 5000 }, (__, index) => ({ title: `1${index}1` }))
    expect(rows.filter(toLenientCondition({ '=%title': pattern }, KINDS))).toHaveLength(found)
  })

  it('takes a dot in a pattern for a dot', () => {
    expect(lenient({ '=%title': 'chair.%' })).toEqual([])
  })
})

describe('toStrictCondition', () => {
  it.each([
    [{ '!><id': [1, 2] }, [3]],
    [{ '><made': ['2026-09-01T00:00:00+03:00', '2026-09-01T23:59:59+03:00'] }, [1]],
    [{ ID: 2 }, [2]],
    [{ logic: 'or', 0: { id: 1 }, 1: { id: 3 } }, [1, 3]],
    [{ 'LOGIC': 'OR', 'id': 1, '%title': 'lamp' }, [1, 3]],
    [{ 0: { id: [1, 2] }, 1: { logic: 'OR', 0: { sum: 20 }, 1: { sum: 30 } } }, [2]],
    [{ logic: 'OR' }, [1, 2, 3]],
    [{ made: '' }, [3]],
  ])('understands %j', (filter, ids) => {
    expect(strict(filter)).toEqual(ids)
  })

  it.each([
    [{ nonsense: 1 }, "Invalid filter: field 'nonsense' is not allowed in filter"],
    [{ '>ID': 1 }, "Invalid filter: field 'ID' is not allowed in filter"],
    [{ made: 'yesterday' }, "Invalid filter: field 'made' has invalid value"],
    [{ sum: 'much' }, "Invalid filter: field 'sum' has invalid value"],
    [{ '%title': ['a'] }, "Invalid filter: field 'title' has invalid value"],
    [
      { logic: 'OR', 0: { id: 1 }, 1: { id: {}, nonsense: 1 } },
      "Invalid filter: field 'nonsense' is not allowed in filter",
    ],
  ])('refuses %j', (filter, text) => {
    expect(() => strict(filter)).toThrow(text)
  })
})
