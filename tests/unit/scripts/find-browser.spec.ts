import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserAdvice, findBrowser } from '@scripts/find-browser'

let folder: string

/** A file that looks like a program to the search. */
function aProgram(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '#!/bin/sh\n')
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
})

describe('browserAdvice', () => {
  it('says in one sentence how to get a browser', () => {
    expect(browserAdvice()).toMatch(
      /^The browser tests need Chrome, Chromium or Edge, and none was found: .*CHROME_PATH to one\.$/,
    )
  })
})
