import type { PortalServer } from '@emulator/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortalServer } from '@emulator/server'
import { ALL_CASES } from './all-cases'
import { findLiveCases, runLiveCase } from './live-portal'

/** What `PORTAL_WEBHOOK` does, with a portal of which nothing is known but its webhook. */
describe('a portal known by its webhook alone', () => {
  let server: PortalServer
  beforeAll(async () => {
    server = await startPortalServer({
      port: 0,
      app: { kind: 'address', handler: 'http://127.0.0.1/app' },
      settings: { rateLimit: false },
    })
  })
  afterAll(() => server.close())
  const countRows = () =>
    [...server.portal.data.items.values()].reduce(
      (sum, rows) => sum + rows.size,
      server.portal.data.orders.size + server.portal.data.bindings.size,
    )

  it('is asked nothing that writes unless that is allowed', () => {
    expect(findLiveCases(ALL_CASES, { writes: false }).filter(({ live }) => live === 'writes')).toEqual([])
    expect(findLiveCases(ALL_CASES, { writes: true }).length).toBeGreaterThan(
      findLiveCases(ALL_CASES, { writes: false }).length,
    )
  })

  for (const testCase of findLiveCases(ALL_CASES, { writes: true })) {
    it(`${testCase.name}, and leaves no row behind`, async () => {
      const rows = countRows()
      await runLiveCase(`${server.url}/rest/1/adminsecret/`, testCase)
      expect(countRows()).toBe(rows)
    })
  }
})
