import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserAdvice, findBrowser, headlessShellPath } from '@scripts/find-browser'

let folder: string

/** A file that looks like a program to the search. */
function aProgram(name: string, script = ''): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}`)
  chmodSync(path, 0o755)
  return path
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-browser-'))
  vi.stubEnv('CHROME_PATH', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('findBrowser', () => {
  it('takes the program that CHROME_PATH names', () => {
    const path = aProgram('my-chrome')
    vi.stubEnv('CHROME_PATH', path)
    expect(findBrowser()).toBe(path)
  })

  it('takes no other one when CHROME_PATH names no program', () => {
    vi.stubEnv('CHROME_PATH', join(folder, 'absent'))
    expect(findBrowser()).toBeUndefined()
    expect(browserAdvice()).toBe(`CHROME_PATH names ${join(folder, 'absent')}, which is not a program that can be run.`)
  })

  it.skipIf(process.platform !== 'linux')('finds an installed browser by its name', () => {
    const path = aProgram('chromium')
    vi.stubEnv('PATH', [join(folder, 'empty'), folder].join(delimiter))
    expect(findBrowser()).toBe(path)
  })

  it.skipIf(process.platform !== 'linux')('finds a headless shell by its name', () => {
    const path = aProgram('chromium-headless-shell')
    vi.stubEnv('PATH', folder)
    expect(findBrowser()).toBe(path)
  })

  it.skipIf(process.platform !== 'linux')('passes over a program that does not start', () => {
    aProgram('chromium-headless-shell', 'exit 1\n')
    const path = aProgram('chromium')
    vi.stubEnv('PATH', folder)
    expect(findBrowser()).toBe(path)
  })
})

describe('headlessShellPath', () => {
  it('names the headless shell that Playwright itself would start', () => {
    const ask = `const { chromium } = require('@playwright/test')
      chromium.launch().catch((error) => console.log(JSON.stringify([chromium.executablePath(), error.message])))`
    const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder }
    const [full, message] = JSON.parse(execFileSync(process.execPath, ['-e', ask], { env, encoding: 'utf8' })) as [
      string,
      string,
    ]
    expect(message).toContain(`Executable doesn't exist at ${headlessShellPath(full)}\n`)
  })
})

describe('browserAdvice', () => {
  it('says in one sentence how to get a browser', () => {
    expect(browserAdvice()).toMatch(
      /^The browser tests need Chrome, Chromium or Edge, and none was found: .*CHROME_PATH to one\.$/,
    )
  })
})
