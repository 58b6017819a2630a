import { describe, expect, it } from 'vitest'
import JournalRuns from '@/features/bulk/journal/JournalRuns.vue'
import { useBulkStore } from '@/features/bulk/store/bulk-store'
import { createPortal } from '@/portal/create-portal'
import { JOURNAL } from '@/portal/journal-text'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { eventually } from '@tests/support/eventually'
import { toldEngine } from '@tests/support/fake-run-engine'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { createInProcessTransport } from '@tests/support/in-process-transport'
import { instantClock } from '@tests/support/instant-clock'
import { mountWith } from '@tests/support/mount'
import { openPortal, readSample } from '@tests/support/open-portal'
import { click, waitForText } from '@tests/support/tab-steps'

const STORE_ADMINISTRATOR = 4
const RUN = 'aaaabbbbccccdddd'

/** A portal in which a colleague has made a run of one order, which is looked at by somebody else. */
async function open() {
  const opened = openPortal()
  opened.local.app.scopes.push('user_brief')
  const clock = instantClock()
  const theirs = createPortal(createInProcessTransport(opened.local, { user: STORE_ADMINISTRATOR }), clock)
  const { orderId, owner: expected } = readSample(opened.local, 'move')
  const { owner: after } = readSample(opened.local, 'moveTarget')
  await theirs.runs.store({ id: RUN, rows: [{ orderId, expected, after }] })
  const done = { kind: 'done', replaced: { kind: 'as-planned' } } as const
  await theirs.runs.addEnd({ runId: RUN, seq: 1, engine: 'enginengineengi1', opens: [], ends: [[0, done]] }, 'finished')
  const engine = toldEngine({ plans: [[]] })
  const page = mountWith(JournalRuns, { portal: opened.portal, clock, engine })
  return { page, store: useBulkStore(), local: opened.local }
}

describe('the runs in the journal', { timeout: 15_000 }, () => {
  it('are a line each, which unfolds to their orders and what became of them', async () => {
    const { page } = await open()
    await waitForText(page, /Runs.*1 order.*Ravi Castellori.*Finished.*Undo…/)
    expect(findAllByRole(page, 'row')).toHaveLength(0)
    await click(page, 'Show the orders of this run')
    await waitForText(page, /1003.*Moved/)
    await click(page, 'Show the orders of this run')
    await eventually(() => expect(findAllByRole(page, 'row')).toHaveLength(0))
  })

  it('say that there is something which nobody believes, and who wrote it', async () => {
    const { page, local } = await open()
    const { call } = createInProcessTransport(local, { user: PORTAL_USERS.employee })
    for (const BODY of ['?', '?', '1 0 forgedforged - 7s']) {
      const PROPERTY_VALUES = { KIND: 'step', RUN, BODY }
      await call({ method: 'entity.item.add', params: { ENTITY: JOURNAL, NAME: 'step', PROPERTY_VALUES } })
    }
    await eventually(() => findByRole(page, 'button', 'Show the orders of this run'))
    await click(page, 'Show the orders of this run')
    await waitForText(page, /Mina Okonjide has stored 2 steps that cannot be read, the last one on Nov/)
    await waitForText(page, /Mina Okonjide has stored a step on .+ that no window of this run can have written/)
    await waitForText(page, /1003.*Moved/)
  })

  it('are taken back by a plan', async () => {
    const { page, store } = await open()
    await eventually(() => findByRole(page, 'button', 'Undo the run of Ravi Castellori'))
    await click(page, 'Undo the run of Ravi Castellori')
    await eventually(() => expect(store.state).toMatchObject({ source: { kind: 'undo', runId: RUN } }))
  })

  it('are not mentioned where there was none', async () => {
    const { portal } = openPortal()
    const page = mountWith(JournalRuns, { portal })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(readText(page.element)).not.toContain('Runs')
  })
})
