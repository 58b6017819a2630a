import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** The headless shell first: it starts faster, and nothing here needs a window. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'chrome',
]

const START_LIMIT_MS = 15_000

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
)

const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
  const root = process.env[variable]
  return root
    ? ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((exe) => join(root, exe))
    : []
})

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The programs of these names in the folders of a path, in the order of the names. */
export function findPrograms(names: string[], path = process.env.PATH ?? ''): string[] {
  const folders = path.split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isRunnable)
}

function candidates(): string[] {
  if (process.platform === 'darwin') return MAC
  if (process.platform === 'win32') return WINDOWS
  return findPrograms(NAMES)
}

/**
 * A program can be there and not start: Ubuntu's stub for a snap, a download whose libraries are missing. On Windows it
 * is not tried, because Chrome opens a window there instead of printing its version.
 */
function canStart(path: string): boolean {
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: START_LIMIT_MS }).status === 0
}

/** Where Playwright keeps its headless shell: it names the full browser only, and the shell stands beside that. */
export function headlessShellPath(fullBrowser: string): string {
  const exe = fullBrowser.endsWith('.exe') ? '.exe' : ''
  const shell = `chromium_headless_shell-$1$2chrome-headless-shell-$3$2chrome-headless-shell${exe}`
  return fullBrowser.replace(/chromium-(\d+)([\\/])chrome-([^\\/]+)[\\/].*$/, shell)
}

/**
 * Finds a browser of the Chromium family that starts: `CHROME_PATH`, an installed headless shell, Chrome, Chromium or Edge,
 * then a Playwright browser. Never installs one.
 */
export function findBrowser(): string | undefined {
  if (process.env.CHROME_PATH) return isRunnable(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined
  const playwrightBrowser = chromium.executablePath()
  return [...candidates(), headlessShellPath(playwrightBrowser), playwrightBrowser].find(
    (path) => isRunnable(path) && canStart(path),
  )
}

/** One sentence that says how to get a browser on the system at hand. */
export function browserAdvice(): string {
  if (process.env.CHROME_PATH)
    return `CHROME_PATH names ${process.env.CHROME_PATH}, which is not a program that can be run.`
  const instructions =
    {
      linux:
        'run "sudo apt-get install chromium-headless-shell" (Debian) or "npx playwright install --with-deps --only-shell chromium"',
      darwin: 'install Google Chrome or run "npx playwright install chromium"',
      win32: 'install Google Chrome or Microsoft Edge, or run "npx playwright install chromium"',
    }[process.platform as string] ?? 'run "npx playwright install chromium"'
  return `The browser tests need Chrome, Chromium or Edge, and none was found: ${instructions}, or set CHROME_PATH to one.`
}
