import type { Case } from './case'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SYSTEM_ERROR_CODES } from '@emulator/calls/errors'
import { METHODS } from '@emulator/rest/method-table'
import { ALL_CASES, CASES_BY_FAMILY } from './all-cases'
import { AUTHORIZATION_CASES } from './authorization-server.cases'
import { HTTP_CASES } from './http-requests.cases'
import { REST3_CASES } from './rest3.cases'

/** What is requested, by whom, under which circumstances, and what comes back: two cases that share it test the same. */
function toKey({ request, settings, faults, before, time, body }: Case): string {
  const { method, params = {}, user = 'administrator', auth = 'token' } = request
  return JSON.stringify([method, params, user, auth, { settings, faults, before, time, body }], (_, value: unknown) =>
    typeof value === 'function' ? String(value) : value,
  )
}

function findRepeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** Names of the rows of FACTS.md: the first cell of each table row, without its formatting. */
function readFactNames(): string[] {
  const lines = readFileSync(fileURLToPath(new URL('../../emulator/FACTS.md', import.meta.url)), 'utf8').split('\n')
  return lines.flatMap((line) =>
    line.startsWith('| ') ? [(line.split(' | ')[0] ?? '').slice(2).replaceAll('`', '')] : [],
  )
}

describe('the contract suite', () => {
  it('tests nothing twice', () => {
    const repeated = findRepeated(ALL_CASES.map(toKey))
    expect(ALL_CASES.filter((testCase) => repeated.includes(toKey(testCase))).map(({ name }) => name)).toEqual([])
  })

  it.each(Object.entries(CASES_BY_FAMILY))('gives every case of %s a name of its own', (_, cases) => {
    expect(findRepeated(cases.map(({ name }) => name))).toEqual([])
  })

  it('names a page, or a row of FACTS.md that is there, in every case', () => {
    const pages = [...ALL_CASES, ...HTTP_CASES, ...REST3_CASES, ...AUTHORIZATION_CASES].map(({ page }) => page)
    expect(pages.filter((page) => !/^(?:[\w./-]+\.md|(?:FACTS|README)\.md: .+)$/.test(page))).toEqual([])
    const known = readFactNames().map((name) => `FACTS.md: ${name}`)
    expect(pages.filter((page) => page.startsWith('FACTS.md: ') && !known.includes(page))).toEqual([])
  })

  it('has a case for every method', () => {
    const called = new Set(ALL_CASES.map(({ request }) => request.method.toLowerCase()))
    expect([...METHODS.keys(), 'batch'].filter((name) => !called.has(name.toLowerCase()))).toEqual([])
  })

  it('has a case for every system error', () => {
    const bodies = ALL_CASES.map(({ body }) => JSON.stringify(body ?? null))
    expect(SYSTEM_ERROR_CODES.filter((code) => !bodies.some((body) => body.includes(`"error":"${code}"`)))).toEqual([])
  })
})
