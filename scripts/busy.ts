/**
 * Runs the tests several times while every core has something else to do: `npm run test:busy -- [--runs 5] [--loops 2]
 * [-- command]`. Prints seconds and the last line of each run, and fails if one of them did.
 */
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    loops: { type: 'string', default: String(availableParallelism()) },
  },
  allowPositionals: true,
})
const command = positionals.join(' ') || 'npm test'

function toCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 0) return count
  throw new Error(`"${text}" is not a number of runs or loops.`)
}

/** A process that keeps one core busy until it is stopped, and no longer than this process runs. */
function startLoop() {
  const work = `const parent = process.ppid; while (process.ppid === parent) for (let turn = 0; turn < 1e8; turn++);`
  return spawn(process.execPath, ['-e', work], { stdio: 'ignore' })
}

function runOnce(): { hasPassed: boolean; seconds: number; output: string } {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: 'utf8', maxBuffer: Infinity })
  return {
    hasPassed: status === 0,
    seconds: Math.round((Date.now() - started) / 1000),
    output: `${stderr}${stdout}`.trimEnd(),
  }
}

const runs = toCount(values.runs)
const loops = Array.from({ length: toCount(values.loops) }, startLoop)
let failures = 0
console.log(`${command}: ${runs} times beside ${loops.length} busy loops`)
for (let run = 1; run <= runs; run++) {
  const { hasPassed, seconds, output } = runOnce()
  if (!hasPassed) failures++
  if (!hasPassed) console.error(output)
  console.log(`${run}. ${hasPassed ? 'passed' : 'FAILED'} in ${seconds} s: ${output.split('\n').at(-1)}`)
}
for (const loop of loops) loop.kill()
console.log(failures === 0 ? `${runs} of ${runs} passed` : `${failures} of ${runs} failed`)
process.exit(failures > 0 ? 1 : 0)
