import { describe, expect, it } from 'vitest'
import { findImportCycles, readImports } from '@scripts/import-cycles'

describe('imports', () => {
  it.each(['src', 'emulator', 'contract'])('go one way in %s, types included', (folder) => {
    const graph = readImports([folder])
    expect([...graph.values()].flat().length).toBeGreaterThan(0)
    expect(findImportCycles(graph)).toEqual([])
  })

  it('are followed through components', () => {
    expect(readImports(['src']).get('src/pages/OrderTab.vue')).toContain('src/features/binding-card/BindingCard.vue')
  })

  it('are a circle where they lead back', () => {
    const graph = new Map([
      ['a.ts', ['b.ts', 'c.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['b.ts']],
    ])
    expect(findImportCycles(graph)).toEqual([['b.ts', 'c.ts', 'b.ts']])
  })
})
