import type { Case } from './case'
import { expectResponse } from './expect-response'

/** The cases that a real portal may be asked; those that write are left out unless they are allowed. */
export function findLiveCases(cases: readonly Case[], allowed: { writes: boolean }): Case[] {
  return cases.filter(({ live }) => live === true || (live === 'writes' && allowed.writes))
}

/** Runs a case on a real portal by its webhook, an address such as `https://example.bitrix24.com/rest/1/secret`. */
export async function runLiveCase(webhook: string, testCase: Case): Promise<void> {
  const response = await fetch(`${webhook.replace(/\/$/, '')}/${testCase.request.method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(testCase.request.params ?? {}),
  })
  expectResponse({ status: response.status, text: await response.text() }, testCase)
}
