import { afterEach, describe, expect, it, vi } from 'vitest'
import { useBulkStore } from '@/features/bulk/store/bulk-store'
import JournalSection from '@/pages/JournalSection.vue'
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
const SHOW = 'Show the order of this run'

/** A portal in which a colleague has made a run of one order between two changes, which is looked at by somebody else. */
async function open() {
  const opened = openPortal()
  const { local } = opened
  local.app.scopes.push('user_brief')
  const clock = instantClock()
  const theirs = createPortal(createInProcessTransport(local, { user: STORE_ADMINISTRATOR }), clock)
  const { orderId, owner: expected } = readSample(local, 'move')
  const { owner: after } = readSample(local, 'moveTarget')
  const free = readSample(local, 'unbound').orderId

  async function bind(id: string, owner: typeof after): Promise<void> {
    const note = { id, orderId: free, expected: null, after: owner }
    local.data.bindings.delete(free)
    await theirs.bindings.write({ orderId: free, after: owner }, null, { note })
    await theirs.journal.addOutcome({ id, orderId: free, ending: 'done', before: null, after: owner })
  }

  await bind('aaaabbbbcccc0001', after)
  await theirs.runs.store({ id: RUN, rows: [{ orderId, expected, after }] })
  const done = { kind: 'done', replaced: { kind: 'as-planned' } } as const
  await theirs.runs.addEnd({ runId: RUN, seq: 1, engine: 'enginengineengi1', opens: [], ends: [[0, done]] }, 'finished')
  await bind('aaaabbbbcccc0002', after)
  const engine = toldEngine({ plans: [[]] })
  const page = mountWith(JournalSection, { portal: opened.portal, clock, engine })
  await eventually(() => findByRole(page, 'button', SHOW))
  await waitForText(page, 'Ravi Castellori')
  return { page, store: useBulkStore(), local, after }
}

const linesOf = (page: Awaited<ReturnType<typeof open>>['page']) =>
  findAllByRole(page, 'row').map(({ element }) => readText(element))

async function pick(page: Awaited<ReturnType<typeof open>>['page'], filter: string, option: string): Promise<void> {
  await page.get(`[aria-label="${filter}"]`).trigger('click')
  await eventually(() => findByRole(page, 'option', option))
  await findByRole(page, 'option', option).trigger('click')
}

afterEach(() => vi.restoreAllMocks())

describe('a run in the journal', { timeout: 15_000 }, () => {
  it('is one line in its place by time, and is counted as one entry', async () => {
    const { page } = await open()
    await waitForText(page, '3 entries kept')
    await eventually(() => expect(linesOf(page)).toHaveLength(3))
    const [newer, run, older] = linesOf(page)
    expect(run).toMatch(/^1 order.*Run: many orders at once.*Ravi Castellori.*Finished.*Undo…$/)
    expect(run).toMatch(/\d{4}, \d+:\d\d/)
    expect([newer, older]).toEqual([expect.stringMatching(/^Order \d+/), expect.stringMatching(/^Order \d+/)])
    expect(page.findAll('a[href$="/company/personal/user/4/"]')).toHaveLength(3)
  })

  it('unfolds to its orders and what became of them', async () => {
    const { page } = await open()
    await click(page, SHOW)
    await waitForText(page, /1003.*Moved/)
    expect(findByRole(page, 'button', SHOW).attributes('aria-expanded')).toBe('true')
    await click(page, SHOW)
    await eventually(() => expect(readText(page.element)).not.toContain('Moved'))
    expect(findByRole(page, 'button', SHOW).attributes('aria-expanded')).toBe('false')
  })

  it('says that there is something which nobody believes, and who wrote it', async () => {
    const { page, local } = await open()
    const { call } = createInProcessTransport(local, { user: PORTAL_USERS.employee })
    for (const BODY of ['?', '?', '1 0 forgedforged - 7s']) {
      const PROPERTY_VALUES = { KIND: 'step', RUN, BODY }
      await call({ method: 'entity.item.add', params: { ENTITY: JOURNAL, NAME: 'step', PROPERTY_VALUES } })
    }
    await click(page, SHOW)
    await waitForText(page, /Mina Okonjide has stored 2 steps that cannot be read, the last one on Nov/)
    await waitForText(page, /Mina Okonjide has stored a step on .+ that no window of this run can have written/)
    await waitForText(page, /1003.*Moved/)
  })

  it('is taken back by a plan', async () => {
    const { page, store } = await open()
    await click(page, 'Undo the run of Ravi Castellori')
    await eventually(() => expect(store.state).toMatchObject({ source: { kind: 'undo', runId: RUN } }))
  })

  it('is shown alone, with its orders, where it is picked', async () => {
    const { page } = await open()
    await pick(page, 'Run', '1 order, Ravi Castellori')
    await waitForText(page, /1003.*Moved/)
    const names = findAllByRole(page, 'button').map(({ element }) => element.getAttribute('aria-label') ?? '')
    expect(names.filter((name) => name.startsWith('Undo the '))).toEqual([
      expect.stringMatching(/^Undo the run of Ravi/),
    ])
    await click(page, 'Clear the filters')
    await eventually(() => expect(linesOf(page)).toHaveLength(3))
  })

  it('is found by an order that is in it, and by whoever made it', async () => {
    const { page } = await open()
    await page.get('input[type=search]').setValue('1003')
    await eventually(() => expect(linesOf(page)).toEqual([expect.stringMatching(/^1 order/)]))
    await page.get('input[type=search]').setValue('')
    await eventually(() => expect(linesOf(page)).toHaveLength(3))
    await pick(page, 'Changed by', 'Me')
    await waitForText(page, 'No entry matches.')
  })

  it('is a line of the file', async () => {
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => `blob:${saved.push(file as Blob)}`)
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { page } = await open()
    await click(page, 'Export CSV')
    await waitForText(page, '3 lines exported')
    const lines = (await saved[0]?.text())?.split('\r\n') ?? []
    expect(lines[2]).toMatch(
      /^"[^"]+","Run of 1 order","","","","","","Ravi Castellori","Finished","","aaaabbbbccccdddd",""$/,
    )
  })
})
