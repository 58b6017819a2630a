import type { RestCall } from '@emulator/calls/call'
import type { DocumentedRow } from './documented-rows'
import { describe, expect, it } from 'vitest'
import { isMap } from '@emulator/calls/params'
import { createPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'
import { DOCUMENTED_ROWS } from './documented-rows'

const split = (names = '') => names.split(' ').filter((name) => name !== '')

async function readResult({ method, params }: DocumentedRow): Promise<unknown> {
  const portal = createPortal({ registration: { scopes: ['crm', 'sale', 'user'] } })
  const credentials: RestCall['credentials'] = { kind: 'webhook', userId: 1, secret: 'adminsecret' }
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
