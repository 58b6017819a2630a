import type { Ask } from './play'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SYSTEM_ERROR_CODES } from '@emulator/calls/errors'
import { METHODS } from '@emulator/rest/method-table'
import { ALL_CASES } from './all-cases'
import { COMMON_STATEMENTS } from './common.statements'
import { CRM_STATEMENTS } from './crm.statements'
import { ORDER_ENTITY_STATEMENTS } from './order-entity.statements'
import { ORDER_STATEMENTS } from './orders.statements'

const folder = dirname(fileURLToPath(import.meta.url))
const STATEMENTS = [...COMMON_STATEMENTS, ...CRM_STATEMENTS, ...ORDER_ENTITY_STATEMENTS, ...ORDER_STATEMENTS]
/** What is asked, by whom, under which circumstances, and what comes back: two cases that share it say the same. */
const CALLS = [
  ...ALL_CASES.map(({ says, ask, settings, faults, before, time, body }) => ({
    says,
    key: toKey({ ...ask, settings, faults, before, time, body }),
  })),
  ...STATEMENTS.map(({ says, as, byWebhook, method, params, settings, given, body }) => ({
    says,
    key: toKey({
      as,
      by: byWebhook ? 'webhook' : 'token',
      method,
      params,
      settings,
      before: given && [{ change: given }],
      body,
    }),
  })),
]

interface Call extends Ask {
  [circumstance: string]: unknown
}

function toKey({ method, params = {}, as = 'administrator', by = 'token', ...circumstances }: Call): string {
  return JSON.stringify(
    [method, params, as, by, Object.entries(circumstances).filter(([, value]) => value !== undefined)],
    (_, value: unknown) => (typeof value === 'function' ? String(value) : value),
  )
}

function readFolder(ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Names of the rows of FACTS.md: the first cell of each table row, without its formatting. */
function readFactNames(): string[] {
  const lines = readFileSync(join(folder, '../../emulator/FACTS.md'), 'utf8').split('\n')
  return lines.flatMap((line) =>
    line.startsWith('| ') ? [(line.split(' | ')[0] ?? '').slice(2).replaceAll('`', '')] : [],
  )
}

describe('the contract suite', () => {
  it('says at least 250 different things', () => {
    expect(new Set(CALLS.map(({ key }) => key)).size).toBeGreaterThanOrEqual(250)
  })

  it('says nothing twice', () => {
    const twice = CALLS.filter(({ key }, index) => CALLS.findIndex((other) => other.key === key) !== index)
    expect(twice.map(({ says }) => says)).toEqual([])
  })

  it('makes no cases by looping over values', () => {
    const made = [...readFolder('.cases.ts'), ...readFolder('.statements.ts')].filter((text) =>
      /^\s*\.\.\..*\.(map|flatMap)\(/m.test(text),
    )
    expect(made).toEqual([])
  })

  it('names a page, or a row of FACTS.md that is there, in every case', () => {
    expect(ALL_CASES.filter(({ page }) => !/^(?:[\w./-]+\.md|(?:FACTS|README)\.md: .+)$/.test(page))).toEqual([])
    const cited = [...readFolder('.ts')].flatMap((text) =>
      [...text.matchAll(/'FACTS\.md: ([^']+)'/g)].map(([, name]) => name ?? ''),
    )
    const known = readFactNames()
    expect(cited.filter((name) => !known.includes(name))).toEqual([])
  })

  it('has a case for every method', () => {
    const asked = new Set(
      [...ALL_CASES.map(({ ask }) => ask.method), ...STATEMENTS.map(({ method }) => method)].map((name) =>
        name.toLowerCase(),
      ),
    )
    expect([...METHODS.keys(), 'batch'].filter((name) => !asked.has(name.toLowerCase()))).toEqual([])
  })

  it('has a case for every system error', () => {
    const bodies = [...ALL_CASES, ...STATEMENTS].map(({ body }) => JSON.stringify(body ?? null))
    expect(SYSTEM_ERROR_CODES.filter((code) => !bodies.some((body) => body.includes(`"error":"${code}"`)))).toEqual([])
  })
})
