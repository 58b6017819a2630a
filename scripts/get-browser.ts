/** Finds a browser for the browser tests, else gets one; run by itself, it ends with a sentence when there is none. */
import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { browserAdvice, findBrowser, findPrograms } from './find-browser'

/** For one program; a download of 100 MB or a package with its libraries takes a minute or two. */
const LIMIT_MS = 10 * 60_000

/** Playwright tries five times; where nothing answers, its own 30 s would make that two and a half minutes. */
const CONNECTION_LIMIT_MS = '10000'

const NONINTERACTIVE = { DEBIAN_FRONTEND: 'noninteractive' }

const isRoot = () => process.getuid?.() === 0

/** Nobody may be there to answer a question, so programs get no input; of what they print only the reason is shown. */
function run(command: string, environment: Record<string, string> = {}): boolean {
  const env = { ...environment, ...process.env }
  const ended = spawnSync(command, {
    shell: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LIMIT_MS,
    env,
    encoding: 'utf8',
  })
  if (ended.status === 0) return true
  const reason = ended.error?.message ?? /^(?:E|Error): (.+)$/m.exec(ended.stderr)?.[1] ?? ended.stderr.trim()
  console.log(`"${command}" failed: ${reason}`)
  return false
}

/** Playwright installs packages with `sudo` where it is not root; a password must not be asked for. */
function mayInstallLibraries(): boolean {
  if (process.platform !== 'linux') return false
  return isRoot() || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore', timeout: LIMIT_MS }).status === 0
}

/**
 * In two steps instead of `--with-deps`, which installs a hundred packages before it finds out whether the browser can
 * be downloaded, and also where none of them is missing.
 */
function getFromPlaywright(): string | undefined {
  console.log("\nNo browser found: getting Playwright's headless shell…")
  const timeout = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: CONNECTION_LIMIT_MS }
  const isDownloaded = run('playwright install --only-shell chromium', timeout)
  const found = findBrowser()
  if (found || !isDownloaded || !mayInstallLibraries()) return found
  console.log('It does not start yet: installing its libraries…')
  return run('playwright install-deps chromium', NONINTERACTIVE) ? findBrowser() : undefined
}

/** Debian has this package. Ubuntu has none, and its `chromium` is a stub for a snap, so that is not tried. */
function getFromDistribution(): string | undefined {
  if (!isRoot() || findPrograms(['apt-get']).length === 0) return undefined
  console.log('Installing the package chromium-headless-shell instead…')
  run('apt-get update -qq')
  run('apt-get install -y -qq --no-install-recommends chromium-headless-shell', NONINTERACTIVE)
  return findBrowser()
}

/**
 * Finds a browser, else gets one and says so first: Playwright's headless shell, else, as root, the package of Debian.
 * Gets none where `CHROME_PATH` names one or `BROWSER_INSTALL` is 0.
 */
export function getBrowser(): string | undefined {
  const found = findBrowser()
  if (found || process.env.CHROME_PATH || process.env.BROWSER_INSTALL === '0') return found
  return getFromPlaywright() ?? getFromDistribution()
}

const [, program] = process.argv
const isProgram = program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)
if (isProgram && !getBrowser()) {
  console.error(`\n${browserAdvice()}`)
  process.exit(1)
}
