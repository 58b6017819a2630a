import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { PortalFailure } from '@/domain/failure'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { click, waitForText } from '@tests/support/tab-steps'
import { aRow, openBulk, rowsOf } from './open-bulk'

type Page = ReturnType<typeof openBulk>['page']

const listed = (page: Page) => findAllByRole(page, 'row').map(({ element }) => readText(element))
const tick = (page: Page, name: string) => page.get(`input[aria-label="${name}"]`).trigger('click')

const MIXED = [
  aRow(1),
  aRow(2, { kind: 'bind', before: null }),
  aRow(3, { kind: 'detach', after: null }),
  aRow(4, { kind: 'already-there' }),
  aRow(5, { kind: 'owner-missing' }),
  { kind: 'unreadable' as const, line: 6, text: '1,23E+05', notes: [] },
]

describe('the plan', () => {
  it('says what would happen to each order, and why nothing does', async () => {
    const { page, plan } = openBulk({ plans: [MIXED] })
    await plan()
    await waitForText(page, /Plan ?· 6 orders/)
    await waitForText(page, 'Mara Lindqvist')
    const rows = listed(page)
    expect(rows[0]).toMatch(/1001.*Mara Lindqvist.*Garden furniture.*Office chairs.*Move$/)
    expect(rows[1]).toMatch(/1002.*No owner.*Bind$/)
    expect(rows[3]).toMatch(/No change ?Already there$/)
    expect(rows[4]).toMatch(/Not possible.*does not exist/)
    expect(rows[5]).toMatch(/1,23E\+05.*Line 6.*Cannot be read/)
  })

  it('counts kinds, filters by them and leaves out those without rows', async () => {
    const { page, plan } = openBulk({ plans: [[aRow(1), aRow(2), aRow(3, { kind: 'no-right' })]] })
    await plan()
    await waitForText(page, /All ?3 ?Move ?2 ?Not possible ?1/)
    expect(readText(page.element)).not.toMatch(/Detach ?0/)
    await click(page, 'Not possible')
    await eventually(() => expect(listed(page)).toHaveLength(1))
    expect(findByRole(page, 'button', 'Not possible').attributes('aria-pressed')).toBe('true')
    expect(findByRole(page, 'button', 'All').attributes('aria-pressed')).toBe('false')
  })

  it('names on its button what is written, and follows every tick', async () => {
    const { page, plan } = openBulk({ plans: [MIXED] })
    await plan()
    await eventually(() => findByRole(page, 'button', 'Start: bind 1, move 1, detach 1'))
    await tick(page, 'Order 1003 takes part')
    findByRole(page, 'button', 'Start: bind 1, move 1')
    await tick(page, 'All rows that are shown take part')
    findByRole(page, 'button', 'Start: bind 1, move 1, detach 1')
    await tick(page, 'All rows that are shown take part')
    expect(findByRole(page, 'button', 'Nothing to start').attributes('disabled')).toBeDefined()
  })

  it('has no ticks where nothing would be written', async () => {
    const { page, plan } = openBulk({ plans: [MIXED] })
    await plan()
    await waitForText(page, 'Plan')
    expect(page.findAll('input[type=checkbox]')).toHaveLength(4)
  })

  it('starts what is ticked, and nothing else', async () => {
    const { page, plan, engine } = openBulk({ plans: [MIXED] })
    await plan()
    await eventually(() => findByRole(page, 'button', 'Start'))
    await tick(page, 'Order 1002 takes part')
    await click(page, 'Start')
    await eventually(() => expect(engine.runs[0]?.rows.map(({ orderId }) => orderId)).toEqual([1, 3]))
  })

  it('runs twenty first for those who want to look', async () => {
    const { page, plan, engine } = openBulk({ plans: [rowsOf(30)] })
    await plan()
    await eventually(() => findByRole(page, 'button', 'Run 20 first, then look'))
    await click(page, 'Run 20 first')
    await eventually(() => expect(engine.runs[0]?.rows).toHaveLength(20))
    await engine.runs[0]?.ends({ kind: 'finished', isKept: true })
    await eventually(() => findByRole(page, 'button', 'Go on with the other'))
  })

  it('does not offer that for as many or fewer', async () => {
    const { page, plan } = openBulk({ plans: [rowsOf(20)] })
    await plan()
    await waitForText(page, '20 orders')
    expect(readText(page.element)).not.toContain('first, then look')
  })

  it.each([
    { count: 500, asks: false },
    { count: 501, asks: true },
  ])('asks once more before $count changes: $asks', async ({ count, asks }) => {
    const { page, plan, engine } = openBulk({ plans: [rowsOf(count)] })
    await plan()
    await eventually(() => findByRole(page, 'button', 'Start'))
    await click(page, 'Start')
    await nextTick()
    expect(engine.runs).toHaveLength(asks ? 0 : 1)
    if (!asks) return
    await waitForText(page, 'Change 501 orders?')
    await eventually(() => expect(readText(document.activeElement)).toBe('Back to the plan'))
    await click(page, 'Change 501 orders')
    expect(engine.runs).toHaveLength(1)
  })

  it('goes back to the plan by Escape, and starts nothing', async () => {
    const { page, plan, engine } = openBulk({ plans: [rowsOf(501)] })
    await plan()
    await eventually(() => findByRole(page, 'button', 'Start'))
    await click(page, 'Start')
    await page.get('section[role=group]').trigger('keydown', { key: 'Escape' })
    expect(readText(page.element)).not.toContain('Change 501 orders?')
    expect(engine.runs).toHaveLength(0)
  })

  it('says how long it takes, and that the tab has to stay open', async () => {
    const { page, plan } = openBulk({ plans: [rowsOf(400)] })
    await plan()
    await waitForText(
      page,
      /400 orders will be written\. It takes about \d+ min\. Leave this tab open until it is done\./,
    )
    await waitForText(page, 'Read just now.')
  })

  it('reads few rows again that are older than a minute, and starts where nothing has changed', async () => {
    const { page, plan, engine, clock } = openBulk()
    await plan()
    await eventually(() => findByRole(page, 'button', 'Start'))
    await clock.wait(61_000)
    await click(page, 'Start')
    await eventually(() => expect(engine.runs).toHaveLength(1))
    expect(engine.planned).toHaveLength(2)
  })

  it('shows what has changed instead of starting', async () => {
    const { page, plan, engine, clock } = openBulk({
      plans: [rowsOf(3), [aRow(1), aRow(2), aRow(3, { kind: 'already-there' })]],
    })
    await plan()
    await eventually(() => findByRole(page, 'button', 'Start'))
    await clock.wait(61_000)
    await click(page, 'Start')
    await waitForText(page, 'nothing was started')
    expect(engine.runs).toHaveLength(0)
    findByRole(page, 'button', 'Start: move 2')
  })

  it('starts a large one as it is: the run reads every row again', async () => {
    const { page, plan, engine, clock } = openBulk({ plans: [rowsOf(201)] })
    await plan()
    await eventually(() => findByRole(page, 'button', 'Start'))
    await clock.wait(600_000)
    await click(page, 'Start')
    expect(engine.planned).toHaveLength(1)
    expect(engine.runs).toHaveLength(1)
  })

  it('says why it could not be made, and tries again', async () => {
    const { page, engine, store } = openBulk()
    engine.plan = () => Promise.reject(new PortalFailure({ kind: 'offline', changed: 'no' }))
    store.openPlan([])
    await waitForText(page, 'The plan could not be made: the connection to the portal was lost.')
  })

  it('closes by Cancel', async () => {
    const { page, plan, store } = openBulk()
    await plan()
    await eventually(() => findByRole(page, 'button', 'Cancel'))
    await click(page, 'Cancel')
    expect(store.state.kind).toBe('none')
  })

  it('speaks Russian', async () => {
    const { page, plan } = openBulk({ plans: [MIXED], language: 'ru' })
    await plan()
    await waitForText(page, /План ?· 6 заказов/)
    findByRole(page, 'button', 'Начать: привязать 1, перенести 1, отвязать 1')
  })
})
