import type { Case } from './case'
import { describe, expect, it } from 'vitest'
import { createPortal } from '@emulator/create-portal'
import { watchPortal } from '@tests/support/portal-snapshot'
import { WRITING_METHODS } from '@tests/support/writing-methods'
import { CASES_BY_FAMILY } from './all-cases'
import { arrangeCase } from './run-case'
import { inProcess } from './transports'

const SOURCE = '203.0.113.8'
/** A batch is refused by its commands, of which some may have worked. */
function isRefused({ request, body, faults }: Case): boolean {
  return (
    request.method.toLowerCase() !== 'batch' && !faults && typeof body === 'object' && body !== null && 'error' in body
  )
}

const refusalsByFamily = Object.entries(CASES_BY_FAMILY).flatMap(([family, cases]) => {
  const refused = cases.filter(isRefused)
  return refused.length > 0 ? [[family, refused] as const] : []
})

async function expectNoChange(testCase: Case): Promise<void> {
  const portal = createPortal({ settings: testCase.settings })
  const toCredentials = await arrangeCase(portal, testCase, SOURCE)
  const { request } = testCase
  const credentials = toCredentials(request)
  const look = watchPortal(portal)
  const before = look()
  const received = await inProcess(SOURCE).send(portal, { request, credentials, timeoutMs: 20_000 })
  expect(received).toMatchObject({ text: expect.stringContaining('"error":') })
  expect(look()).toEqual(before)
}

describe('a refused request changes nothing', () => {
  for (const [family, cases] of refusalsByFamily) {
    describe(family, () => {
      for (const testCase of cases) it(testCase.name, () => expectNoChange(testCase))
    })
  }
})

it('runs into a refusal of every method that writes', () => {
  const refused = new Set(
    refusalsByFamily.flatMap(([, cases]) => cases.map(({ request }) => request.method.toLowerCase())),
  )
  expect(WRITING_METHODS.filter((name) => !refused.has(name))).toEqual([])
})
