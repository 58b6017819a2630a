/** Runs every check and test of the project and ends with one plain line: `N passed, N failed`. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserAdvice } from './find-browser'
import { getBrowser } from './get-browser'

interface Count {
  passed: number
  failed: number
}

interface BrowserSuite {
  title: string
  suites?: BrowserSuite[]
  specs: { title: string; tests: { results: { status: string; errors: { message?: string }[] }[] }[] }[]
}

interface BrowserReport {
  suites: BrowserSuite[]
  stats: { expected: number; unexpected: number; flaky: number }
}

/** Told once more at the end, which is all that is seen of a long log. */
const whyFailed: string[] = []

function listFailures({ title, suites = [], specs }: BrowserSuite): string[] {
  const own = specs.flatMap((spec) =>
    spec.tests
      .flatMap(({ results }) => results)
      .filter(({ status }) => status !== 'passed' && status !== 'skipped')
      .map(({ errors }) => `${title} › ${spec.title}\n${errors.map(({ message }) => message).join('\n')}`),
  )
  return [...own, ...suites.flatMap(listFailures)]
}

const reports = mkdtempSync(join(tmpdir(), 'order-binder-test-'))

function run(command: string, environment: Record<string, string> = {}): boolean {
  console.log(`\n> ${command}`)
  const ended = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...environment } })
  return ended.status === 0
}

/** One check without tests of its own counts as one. Its output is shown when it ends: others run beside it. */
function check(command: string): Promise<Count> {
  const child = spawn(command, { shell: true, env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...process.env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      console.log(`\n> ${command}\n${output.trimEnd()}`)
      resolve(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
    })
  })
}

/** A runner that fails without a failed test (a broken file, none found) counts as one failure. */
function count(hasPassed: boolean, passed: number, failed: number): Count {
  return { passed, failed: !hasPassed && failed === 0 ? 1 : failed }
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

function vitest(): Count {
  const file = join(reports, 'vitest.json')
  const hasPassed = run(`vitest run --coverage --reporter=default --reporter=json --outputFile.json="${file}"`)
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(file)
  return count(hasPassed, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0)
}

function playwright(): Count {
  const file = join(reports, 'playwright.json')
  const hasPassed = run('playwright test --reporter=line,json', { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  const report = readReport<BrowserReport>(file)
  for (const suite of report?.suites ?? []) whyFailed.push(...listFailures(suite))
  return count(hasPassed, report?.stats.expected ?? 0, (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0))
}

function browserTests(): Count {
  if (getBrowser()) return playwright()
  console.error(`\n${browserAdvice()}`)
  return { passed: 0, failed: 1 }
}

/** Two at a time: so many cores has the smallest machine that this runs on. */
const checks = [
  ...(await Promise.all([check('vue-tsc --build'), check('eslint .')])),
  ...(await Promise.all([check('prettier --check --log-level warn .'), check('knip')])),
]
const counts = [...checks, vitest(), browserTests(), await check('size-limit')]
rmSync(reports, { recursive: true, force: true })
const passed = counts.reduce((sum, one) => sum + one.passed, 0)
const failed = counts.reduce((sum, one) => sum + one.failed, 0)
for (const failure of whyFailed) console.log(`\nFAILED ${failure}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
