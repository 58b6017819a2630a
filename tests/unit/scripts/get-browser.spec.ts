import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { headlessShellPath } from '@scripts/find-browser'
import { getBrowser } from '@scripts/get-browser'

let folder: string
let printed: string[]

/** A stub that runs the shell lines; PATH holds nothing but stubs. */
function aProgram(path: string, ...lines: string[]): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
  return path
}

function anInstaller(name: string, ...lines: string[]): void {
  aProgram(join(folder, name), `echo "${name} $*" >> "${join(folder, 'calls')}"`, ...lines)
}

/** The line with which a stub installs a browser, one that starts unless told otherwise. */
function installs(path: string, canStart = true): string {
  const browser = aProgram(join(folder, 'store', canStart ? 'good' : 'bad'), `exit ${canStart ? 0 : 127}`)
  return `/bin/mkdir -p "${dirname(path)}" && /bin/cp -p "${browser}" "${path}"`
}

const fails = (reason: string) => `echo "${reason}" >&2; exit 1`

function calls(): string[] {
  const file = join(folder, 'calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

const playwrightShell = () => headlessShellPath(chromium.executablePath())
const packageShell = () => join(folder, 'chromium-headless-shell')

const DOWNLOAD = 'playwright install --only-shell chromium'
const PACKAGE = ['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends chromium-headless-shell']

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'get-browser-'))
  printed = []
  vi.stubEnv('CHROME_PATH', '')
  vi.stubEnv('BROWSER_INSTALL', '')
  vi.stubEnv('PATH', folder)
  vi.spyOn(chromium, 'executablePath').mockReturnValue(
    join(folder, 'registry', 'chromium-7', 'chrome-linux64', 'chrome'),
  )
  vi.spyOn(process, 'getuid').mockReturnValue(0)
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(...line.trim().split('\n')))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe.skipIf(process.platform !== 'linux')('getBrowser', () => {
  it('installs nothing where a browser is found', () => {
    const path = aProgram(join(folder, 'chromium'))
    anInstaller('playwright')
    anInstaller('apt-get')
    expect(getBrowser()).toBe(path)
    expect(calls()).toEqual([])
    expect(printed).toEqual([])
  })

  it('says that it gets the headless shell of Playwright, and gets it', () => {
    anInstaller('playwright', installs(playwrightShell()))
    anInstaller('apt-get')
    expect(getBrowser()).toBe(playwrightShell())
    expect(calls()).toEqual([DOWNLOAD])
    expect(printed).toEqual(["No browser found: getting Playwright's headless shell…"])
  })

  it('installs the libraries of a download that does not start', () => {
    anInstaller(
      'playwright',
      `case "$1" in install) ${installs(playwrightShell(), false)};; *) ${installs(playwrightShell())};; esac`,
    )
    expect(getBrowser()).toBe(playwrightShell())
    expect(calls()).toEqual([DOWNLOAD, 'playwright install-deps chromium'])
  })

  it('asks for no password to install libraries', () => {
    vi.mocked(process.getuid)?.mockReturnValue(1000)
    anInstaller('playwright', installs(playwrightShell(), false))
    anInstaller('sudo', fails('a password is required'))
    anInstaller('apt-get')
    expect(getBrowser()).toBeUndefined()
    expect(calls()).toEqual([DOWNLOAD, 'sudo -n true'])
  })

  it('installs the package of Debian where the download is refused', () => {
    anInstaller('playwright', fails('Error: refused'))
    anInstaller(
      'apt-get',
      `[ "$1" = update ] || { [ "$DEBIAN_FRONTEND" = noninteractive ] && ${installs(packageShell())}; }`,
    )
    expect(getBrowser()).toBe(packageShell())
    expect(calls()).toEqual([DOWNLOAD, ...PACKAGE])
    expect(printed).toEqual([
      "No browser found: getting Playwright's headless shell…",
      `"${DOWNLOAD}" failed: refused`,
      'Installing the package chromium-headless-shell instead…',
    ])
  })

  it('gives up where the package is unknown too', () => {
    anInstaller('playwright', fails('Error: refused'))
    anInstaller('apt-get', `[ "$1" = update ] || { ${fails('E: Unable to locate package')}; }`)
    expect(getBrowser()).toBeUndefined()
    expect(printed.at(-1)).toBe(`"${PACKAGE[1]}" failed: Unable to locate package`)
  })

  it('takes no package that does not start', () => {
    anInstaller('playwright', fails('Error: refused'))
    anInstaller('apt-get', installs(packageShell(), false))
    expect(getBrowser()).toBeUndefined()
  })

  it('installs no package unless it is root', () => {
    vi.mocked(process.getuid)?.mockReturnValue(1000)
    anInstaller('playwright', fails('Error: refused'))
    anInstaller('apt-get')
    expect(getBrowser()).toBeUndefined()
    expect(calls()).toEqual([DOWNLOAD])
  })

  it('gives up where there is no apt-get', () => {
    anInstaller('playwright', fails('Error: refused'))
    expect(getBrowser()).toBeUndefined()
    expect(printed).toHaveLength(2)
  })

  it('installs nothing when BROWSER_INSTALL is 0', () => {
    vi.stubEnv('BROWSER_INSTALL', '0')
    anInstaller('playwright', installs(playwrightShell()))
    anInstaller('apt-get', installs(packageShell()))
    expect(getBrowser()).toBeUndefined()
    expect(calls()).toEqual([])
    expect(printed).toEqual([])
  })

  it('installs nothing when CHROME_PATH names no program', () => {
    vi.stubEnv('CHROME_PATH', join(folder, 'absent'))
    anInstaller('playwright', installs(playwrightShell()))
    expect(getBrowser()).toBeUndefined()
    expect(calls()).toEqual([])
  })
})
