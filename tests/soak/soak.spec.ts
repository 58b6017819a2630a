import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runSeed } from './run-seed'

const { SEED, SEED_FROM = '1', SEEDS = '200', SOAK_REPORT } = process.env

const seeds = SEED ? [Number(SEED)] : Array.from({ length: Number(SEEDS) }, (_, index) => Number(SEED_FROM) + index)

it('a change is never told wrong, whatever fails and whoever else changes the order', async () => {
  const reports = []
  for (const seed of seeds) reports.push(await runSeed(seed))
  const violations = reports.flatMap((report) => report.violations.map((text) => `SEED=${report.seed}: ${text}`))
  const told: Record<string, number> = {}
  for (const report of reports) told[report.told] = (told[report.told] ?? 0) + 1
  const counts = {
    runs: reports.length,
    window: reports.filter(({ isInWindow }) => isInWindow).length,
    reverted: reports.filter(({ isReverted }) => isReverted).length,
    told,
  }
  if (SOAK_REPORT) writeFileSync(SOAK_REPORT, JSON.stringify({ ...counts, violations }))
  expect(violations).toEqual([])
})
