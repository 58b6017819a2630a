import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runSeed } from './run-seed'

const { SEED, SEED_FROM = '1', SEEDS = '200', SOAK_REPORT } = process.env

const seeds = SEED ? [Number(SEED)] : Array.from({ length: Number(SEEDS) }, (_, index) => Number(SEED_FROM) + index)

it('a run of many orders is never told wrong, whatever fails, whoever goes on with it and whoever else changes the orders', async () => {
  const reports = []
  for (const seed of seeds) reports.push(await runSeed(seed))
  const violations = reports.flatMap((report) => report.violations.map((text) => `SEED=${report.seed}: ${text}`))
  const told: Record<string, number> = {}
  for (const kind of reports.flatMap((report) => report.told)) told[kind] = (told[kind] ?? 0) + 1
  const window = reports.reduce((sum, report) => sum + report.windowed, 0)
  if (SOAK_REPORT) writeFileSync(SOAK_REPORT, JSON.stringify({ runs: reports.length, window, told, violations }))
  expect(violations).toEqual([])
})
