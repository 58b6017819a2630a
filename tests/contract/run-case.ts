import type { Credentials } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { Case, ExpectedResponse, CaseStep, TestRequest } from './case'
import type { CaseTransport } from './transports'
import { expect } from 'vitest'
import { setFaults } from '@emulator/faults/faults'
import { changeClock } from '@emulator/portal/clock'
import { createCredentials } from './credentials'
import { expectResponse, expectTime } from './expect-response'
import { shrinkPortal } from './small-portal'
import { NOW_MS } from './test-clock'
import { inProcess } from './transports'

/** Silence is waited for only where it is expected: a busy machine must not look like one. Milliseconds. */
const NO_ANSWER_MS = 300
const TIMEOUT_MS = 20_000

interface CaseClient {
  source: string
  toCredentials: (request: TestRequest) => Credentials
}

/** Earlier requests come from the same address, but not over the wire: hundreds of them would take seconds. */
async function runStep(portal: LocalPortal, step: CaseStep, { source, toCredentials }: CaseClient): Promise<void> {
  if ('moveMs' in step) return void changeClock(portal, { moveMs: step.moveMs })
  if ('settings' in step) return void Object.assign(portal.settings, step.settings)
  if ('change' in step) return step.change(portal)
  const { times, request } = step
  for (let sent = 0; sent < times; sent++) {
    await inProcess(source).send(portal, { request, credentials: toCredentials(request), timeoutMs: TIMEOUT_MS })
  }
}

function expectBindings({ data }: LocalPortal, bindings: Case['bindings'] = {}): void {
  for (const [orderId, owner] of Object.entries(bindings)) {
    const stored = data.bindings.get(Number(orderId))
    expect(stored ? [stored.ownerTypeId, stored.ownerId] : null).toEqual(owner)
  }
}

/** Makes a new portal what a case begins with; gives the credentials of its requests. */
export async function arrangeCase(
  portal: LocalPortal,
  testCase: Case,
  source: string,
): Promise<CaseClient['toCredentials']> {
  shrinkPortal(portal)
  changeClock(portal, { now: NOW_MS, hold: true })
  const toCredentials = createCredentials(portal)
  for (const step of testCase.before ?? []) await runStep(portal, step, { source, toCredentials })
  setFaults(portal, testCase.faults ?? [])
  return toCredentials
}

/** Runs a case on a portal that is new but for its settings. */
export async function runCase(portal: LocalPortal, testCase: Case, { source, send }: CaseTransport): Promise<void> {
  const toCredentials = await arrangeCase(portal, testCase, source)
  const sendAndExpect = async (request: TestRequest, expected: ExpectedResponse) => {
    const timeoutMs = expected.noResponse === 'silence' ? NO_ANSWER_MS : TIMEOUT_MS
    const received = await send(portal, { request, credentials: toCredentials(request), timeoutMs })
    expectResponse(received, expected)
    expectTime(received, expected)
  }
  await sendAndExpect(testCase.request, testCase)
  expectBindings(portal, testCase.bindings)
  for (const { request, ...expected } of testCase.after ?? []) await sendAndExpect(request, expected)
}
