import type { PortalServer } from '@emulator/server'
import type { Case } from './case'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { createPortal, resetPortal } from '@emulator/create-portal'
import { startPortalServer } from '@emulator/server'
import { CASES_BY_FAMILY } from './all-cases'
import { findLiveCases, runLiveCase } from './live-portal'
import { runCase } from './run-case'
import { inProcess, overHttp } from './transports'

/** One test a case. Not `it.each`, which shortens long names. */
function testCases(select: (cases: readonly Case[]) => readonly Case[], run: (testCase: Case) => Promise<void>): void {
  for (const [family, cases] of Object.entries(CASES_BY_FAMILY)) {
    const selected = select(cases)
    if (selected.length === 0) continue
    describe(family, () => {
      for (const testCase of selected) it(testCase.name, () => run(testCase))
    })
  }
}

describe('in process', () => {
  testCases(
    (cases) => cases,
    (testCase) => runCase(createPortal({ settings: testCase.settings }), testCase, inProcess('203.0.113.7')),
  )
})

describe.each(['json', 'form'] as const)('over HTTP as %s', (encoding) => {
  let server: PortalServer
  beforeAll(async () => {
    server = await startPortalServer({ port: 0, app: { kind: 'address', handler: 'http://127.0.0.1/app' } })
  })
  afterAll(() => server.close())
  testCases(
    (cases) => cases.filter(({ jsonOnly }) => encoding === 'json' || !jsonOnly),
    (testCase) => {
      resetPortal(server.portal, testCase.settings)
      return runCase(server.portal, testCase, overHttp(server.url, encoding))
    },
  )
})

const { PORTAL_WEBHOOK: webhook = '', PORTAL_WRITES } = process.env
describe.runIf(webhook)('on a real portal', () => {
  testCases(
    (cases) => findLiveCases(cases, { writes: PORTAL_WRITES === '1' }),
    (testCase) => runLiveCase(webhook, testCase),
  )
})
