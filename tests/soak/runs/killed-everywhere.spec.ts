import { expect, it } from 'vitest'
import { runSeed } from './run-seed'

/** A run with neither faults nor death of its own, and as many requests as its first window sends. */
const SEED = 3
const REQUESTS = 24

it('a window may die at each of its requests, before it or before its answer: somebody else ends the run truly', async () => {
  const violations: string[] = []
  for (let request = 1; request <= REQUESTS; request++) {
    for (const when of ['before', 'after'] as const) {
      const report = await runSeed(SEED, { death: { request, when } })
      violations.push(...report.violations.map((text) => `${when} request ${request}: ${text}`))
    }
  }
  expect(violations).toEqual([])
})
