/**
 * Makes thousands of random changes against faults, a colleague and a clock that is set, and compares what is told with the
 * portal's history: `npm run soak`, `SEED_FROM=9000 SEEDS=300 npm run soak`, `SEED=2017 npm run soak` for one run again.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Report {
  runs: number
  window: number
  reverted: number
  told: Record<string, number>
  violations: string[]
}

const folder = mkdtempSync(join(tmpdir(), 'order-binder-soak-'))
const file = join(folder, 'report.json')
const { SEEDS = '5000' } = process.env
const { status } = spawnSync('vitest run --project soak tests/soak/soak.spec.ts', {
  shell: true,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, SEEDS, SOAK_REPORT: file },
})
try {
  const { runs, window, reverted, told, violations } = JSON.parse(readFileSync(file, 'utf8')) as Report
  console.log(`Ends that were told: ${JSON.stringify(told)}`)
  console.log(`A colleague who put back what a write had replaced: ${reverted}`)
  for (const violation of violations) console.log(violation)
  // The window: a colleague acted between two neighbouring commands of one batch, which nothing can close.
  console.log(`${runs} runs, ${violations.length} violations, window ${window}`)
} catch {
  console.error('The runs did not come to an end.')
}
rmSync(folder, { recursive: true, force: true })
process.exit(status ?? 1)
