import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runSeed } from './run-seed'

const { SEED, SEED_FROM = '1', RUN_SEEDS = '60', RUNS_REPORT } = process.env

const seeds = SEED ? [Number(SEED)] : Array.from({ length: Number(RUN_SEEDS) }, (_, index) => Number(SEED_FROM) + index)

it('a run of many orders is never told wrong, whatever fails, whoever goes on with it and whoever else changes the orders', async () => {
  const reports = []
  for (const seed of seeds) reports.push(await runSeed(seed))
  const violations = reports.flatMap((report) => report.violations.map((text) => `SEED=${report.seed}: ${text}`))
  const told: Record<string, number> = {}
  for (const kind of reports.flatMap((report) => report.told)) told[kind] = (told[kind] ?? 0) + 1
  const windowed = reports.reduce((sum, report) => sum + report.windowed, 0)
  if (RUNS_REPORT) writeFileSync(RUNS_REPORT, JSON.stringify({ runs: reports.length, windowed, told, violations }))
  expect(violations).toEqual([])
})
