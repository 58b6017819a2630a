import type { Credentials } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { Ask, Case, ExpectedResponse, Step } from './case'
import type { Transport } from './transports'
import { expect } from 'vitest'
import { setFaults } from '@emulator/faults/faults'
import { changeClock } from '@emulator/portal/clock'
import { createCredentials } from './credentials'
import { expectResponse, expectTime } from './expect-response'
import { makeSmall } from './small-portal'
import { inProcess } from './transports'

const NOON = Date.UTC(2026, 10, 2, 12)
/** Silence is waited for only where it is expected: a busy machine must not look like one. Milliseconds. */
const SILENCE_MS = 300
const PATIENCE_MS = 20_000

interface Client {
  source: string
  toCredentials: (ask: Ask) => Credentials
}

/** Earlier requests come from the same address, but not over the wire: hundreds of them would take seconds. */
async function runStep(portal: LocalPortal, step: Step, { source, toCredentials }: Client): Promise<void> {
  if ('moveMs' in step) return void changeClock(portal, { moveMs: step.moveMs })
  if ('settings' in step) return void Object.assign(portal.settings, step.settings)
  if ('change' in step) return step.change(portal)
  const { calls, ask } = step
  for (let call = 0; call < calls; call++) {
    await inProcess(source).send(portal, { ask, credentials: toCredentials(ask), patienceMs: PATIENCE_MS })
  }
}

function expectBindings({ data }: LocalPortal, bindings: Case['bindings'] = {}): void {
  for (const [orderId, owner] of Object.entries(bindings)) {
    const stored = data.bindings.get(Number(orderId))
    expect(stored ? [stored.ownerTypeId, stored.ownerId] : null).toEqual(owner)
  }
}

/** Runs a case on a portal that is new but for its settings. */
export async function runCase(portal: LocalPortal, one: Case, { source, send }: Transport): Promise<void> {
  makeSmall(portal)
  changeClock(portal, { now: NOON, hold: true })
  const toCredentials = createCredentials(portal)
  const expectAnswer = async (ask: Ask, expected: ExpectedResponse) => {
    const patienceMs = expected.ends === 'silence' ? SILENCE_MS : PATIENCE_MS
    const received = await send(portal, { ask, credentials: toCredentials(ask), patienceMs })
    expectResponse(received, expected)
    expectTime(received, expected)
  }
  for (const step of one.before ?? []) await runStep(portal, step, { source, toCredentials })
  setFaults(portal, one.faults ?? [])
  await expectAnswer(one.ask, one)
  expectBindings(portal, one.bindings)
  for (const { ask, ...expected } of one.after ?? []) await expectAnswer(ask, expected)
}
