import { describe, expect, it } from 'vitest'
import { countLevels } from '../../../bench/levels'
import { readMappings } from '../../../bench/read-mappings'

describe('countLevels', () => {
  it.each([
    ['none', [], 0],
    ['one', [[0, 5]], 1],
    [
      'two at once',
      [
        [0, 5],
        [1, 6],
      ],
      1,
    ],
    [
      'one after the other',
      [
        [0, 5],
        [5, 9],
      ],
      2,
    ],
    [
      'one that begins before the end of the first, and one after it',
      [
        [0, 5],
        [4, 20],
        [6, 9],
      ],
      2,
    ],
    [
      'three in a chain, told in any order',
      [
        [10, 15],
        [0, 5],
        [6, 9],
      ],
      3,
    ],
  ] as const)('counts %s', (_, spans, levels) => {
    expect(countLevels(spans.map(([start, end]) => ({ start, end })))).toBe(levels)
  })
})

describe('readMappings', () => {
  it('cuts a script into pieces by their sources', () => {
    // Columns 0, 3 and 6: the first source, the second, and the first again.
    const map = JSON.stringify({ sources: ['a.ts', 'b.ts'], mappings: 'AAAA,GCAA,GDAA' })
    expect(readMappings('aaabbbaaa', map)).toEqual([
      { source: 'a.ts', text: 'aaa' },
      { source: 'b.ts', text: 'bbb' },
      { source: 'a.ts', text: 'aaa' },
    ])
  })

  it('goes on over lines, and names no source where the map has none', () => {
    const map = JSON.stringify({ sources: ['a.ts'], mappings: 'A;AAAA,gB' })
    expect(readMappings('x\naaaaaaaaaaaaaaaab', map)).toEqual([
      { source: '', text: 'x' },
      { source: 'a.ts', text: 'aaaaaaaaaaaaaaaa' },
      { source: '', text: 'b' },
    ])
  })
})
