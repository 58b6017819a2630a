import type { RestCall } from '@emulator/calls/call'
import type { DocumentedRow } from './documented-rows'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { isMap } from '@emulator/calls/params'
import { createPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'
import { toMethods } from '@emulator/rest/method-table'
import { DOCUMENTED_ROWS } from './documented-rows'

const split = (names = '') => names.split(' ').filter((name) => name !== '')

async function readResult({ method, params, before }: DocumentedRow): Promise<unknown> {
  const portal = createPortal({ registration: { scopes: ['crm', 'sale', 'user', 'entity', 'placement'] } })
  const credentials: RestCall['credentials'] = before
    ? { kind: 'token', token: openSession(portal, 1).accessToken }
    : { kind: 'webhook', userId: 1, secret: 'adminsecret' }
  for (const [earlier, sent] of before ?? [])
    await answerRest(portal, { method: earlier, params: { ...sent }, credentials })
  const answer = await answerRest(portal, { method, params, credentials })
  const body: unknown = answer.kind === 'answer' ? JSON.parse(answer.body) : undefined
  return isMap(body) ? body.result : undefined
}

function readAt(value: unknown, path: string): unknown {
  if (path === '') return value
  return path.split('.').reduce((at: unknown, name) => (isMap(at) ? at[name] : undefined), value)
}

async function readNames(documented: DocumentedRow): Promise<string[]> {
  const row = readAt(await readResult(documented), documented.at)
  expect(isMap(row), `there is ${documented.row} in the answer of ${documented.method}`).toBe(true)
  return isMap(row) ? Object.keys(row) : []
}

describe('every documented field is there', () => {
  it.each(DOCUMENTED_ROWS)('$method: $row', async (documented) => {
    const names = await readNames(documented)
    const fields = split(documented.fields)
    expect(fields.filter((name) => !names.includes(name)).sort()).toEqual(split(documented.thin).sort())
    expect(names.filter((name) => !fields.includes(name)).sort()).toEqual(split(documented.beyond).sort())
  })
})

/** Their answer is `true`, a number or a list of codes: there is no row. */
const WITHOUT_ROWS = [
  'app.option.set',
  'crm.orderentity.deleteByFilter',
  'entity.add',
  'entity.delete',
  'entity.item.add',
  'entity.item.delete',
  'entity.item.property.add',
  'entity.item.update',
  'placement.bind',
  'placement.list',
  'placement.unbind',
  'user.admin',
]

/** Names of REST methods in the sources of the app, whatever else in them looks like one. */
function readCalledMethods(): string[] {
  const folder = fileURLToPath(new URL('../../src/portal/', import.meta.url))
  const sources = readdirSync(folder).map((name) => readFileSync(folder + name, 'utf8'))
  const names = sources.flatMap(
    (source) => source.match(/(?<=')(?:crm|sale|user|placement|app|entity)\.[\w.]+(?=')/g) ?? [],
  )
  const methods = toMethods()
  return [...new Set(names)].filter((name) => methods.has(name.toLowerCase()))
}

it('knows the fields of every method that this app calls', () => {
  const known = new Set([...DOCUMENTED_ROWS.map(({ method }) => method), ...WITHOUT_ROWS])
  expect(readCalledMethods().length).toBeGreaterThan(20)
  expect(readCalledMethods().filter((method) => !known.has(method))).toEqual([])
})
