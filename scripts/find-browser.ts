import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome']

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

function candidates(): string[] {
  if (process.platform === 'darwin') return MAC
  if (process.platform === 'win32') return WINDOWS
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * Finds a browser of the Chromium family: `CHROME_PATH`, an installed Chrome, Chromium or Edge, then a Playwright
 * browser. Never installs one.
 */
export function findBrowser(): string | undefined {
  if (process.env.CHROME_PATH) return isRunnable(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined
  return [...candidates(), chromium.executablePath()].find(isRunnable)
}

/** One sentence that says how to get a browser on the system at hand. */
export function browserAdvice(): string {
  if (process.env.CHROME_PATH)
    return `CHROME_PATH names ${process.env.CHROME_PATH}, which is not a program that can be run.`
  const how =
    {
      linux: 'run "sudo apt-get install chromium" (Debian) or "npx playwright install chromium"',
      darwin: 'install Google Chrome or run "npx playwright install chromium"',
      win32: 'install Google Chrome or Microsoft Edge, or run "npx playwright install chromium"',
    }[process.platform as string] ?? 'run "npx playwright install chromium"'
  return `The browser tests need Chrome, Chromium or Edge, and none was found: ${how}, or set CHROME_PATH to one.`
}

/** Launch options that work everywhere: root has no sandbox, and nothing phones home. */
export function launchOptions(executablePath: string | undefined) {
  const isRoot = process.getuid?.() === 0
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return { executablePath, args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])] }
}
