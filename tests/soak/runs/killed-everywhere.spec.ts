import { expect, it } from 'vitest'
import { runSeed } from './run-seed'

const SEED = 3
const ORDERS = 30
/** More than a run of so many orders sends where nothing goes wrong. */
const REQUESTS = 20
/** In the test command each request is tried in one of the two ways. */
const { SOAK_FULL } = process.env

it('a window may die at each of its requests, before it or before its answer: somebody else ends the run truly', async () => {
  const violations: string[] = []
  for (let request = 1; request <= REQUESTS; request++) {
    const [way, otherWay] = request % 2 === 0 ? (['before', 'after'] as const) : (['after', 'before'] as const)
    for (const when of SOAK_FULL ? [way, otherWay] : [way]) {
      const report = await runSeed(SEED, { death: { request, when }, orders: ORDERS })
      violations.push(...report.violations.map((text) => `${when} request ${request}: ${text}`))
    }
  }
  expect(violations).toEqual([])
})
