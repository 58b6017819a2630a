/**
 * Makes thousands of random changes, and as many runs of many orders, against faults, colleagues and a clock that is set, and compares
 * what is told with the portal's history: `npm run soak`, `SEED_FROM=9000 SEEDS=300 npm run soak`, `SEED=2017 npm run soak` for one of
 * each again.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Report {
  runs: number
  told: Record<string, number>
  violations: string[]
}

const folder = mkdtempSync(join(tmpdir(), 'order-binder-soak-'))
const { SEEDS = '5000', SEED = '' } = process.env

/** Gives whether nothing was told wrong. */
function soak(spec: string, what: string): boolean {
  const file = join(folder, `${what}.json`)
  const { status } = spawnSync(`vitest run --project soak ${spec}`, {
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SEEDS, ...(SEED && { SEED }), SOAK_FULL: 'yes', SOAK_REPORT: file },
  })
  try {
    const { runs, told, violations, ...counts } = JSON.parse(readFileSync(file, 'utf8')) as Report
    console.log(`${what}, how they ended: ${JSON.stringify(told)}`)
    for (const violation of violations) console.log(violation)
    // The window: somebody acted between two neighbouring commands of one batch, which nothing can close. Reverted: a colleague put back
    // what a write had replaced.
    console.log(`${runs} ${what}, ${violations.length} violations, ${JSON.stringify(counts)}`)
  } catch {
    console.error(`The ${what} did not come to an end.`)
  }
  return status === 0
}

const hasPassed = [soak('tests/soak/soak.spec.ts', 'changes'), soak('tests/soak/runs', 'runs')]
rmSync(folder, { recursive: true, force: true })
process.exit(hasPassed.every(Boolean) ? 0 : 1)
