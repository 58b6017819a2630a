import type { RunActivity } from '@/binding/runs/live-run'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { orderId } from '@/domain/id'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { anOwnerRef } from '@tests/support/builders'
import { eventually } from '@tests/support/eventually'
import { findAllByRole, findByRole, readText } from '@tests/support/find'
import { click, waitForText } from '@tests/support/tab-steps'
import { openBulk, rowsOf, TO } from './open-bulk'

type Page = ReturnType<typeof openBulk>['page']

const DONE = { kind: 'done', replaced: { kind: 'as-planned' } } as const
const figuresOf = (page: Page) => readText(page.get('dl').element)
const listed = (page: Page) => findAllByRole(page, 'row').map(({ element }) => readText(element))

afterEach(() => vi.useRealTimers())

describe('a run', () => {
  it('tells figures that add up, and its orders, newest first', async () => {
    const { page, start } = openBulk({ plans: [rowsOf(4)] })
    const run = await start()
    run.set({ 0: { kind: 'open' }, 1: { kind: 'open' } })
    run.set({ 0: DONE, 1: { kind: 'not-done', code: 'ERROR_LOCKED' } })
    run.set({ 2: { kind: 'open' } })
    await eventually(() => expect(figuresOf(page)).toBe('Done1Left2Not done1'))
    await waitForText(page, 'Mara Lindqvist')
    const rows = listed(page)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatch(/1003.*Being written/)
    expect(rows[1]).toMatch(/1002.*Not done ?The portal refused: ERROR_LOCKED/)
    expect(rows[2]).toMatch(/1001.*Office chairs.*Moved/)
    const bar = page.get('[role=progressbar]')
    expect([bar.attributes('aria-valuenow'), bar.attributes('aria-valuemax')]).toEqual(['2', '4'])
  })

  it('tells the rest of the page what it has found out', async () => {
    const { start } = openBulk({ plans: [rowsOf(3)] })
    const run = await start()
    const theirs = anOwnerRef(77)
    run.set({ 0: DONE, 1: { kind: 'left-alone', now: theirs }, 2: { kind: 'order-gone' } })
    const bindings = useBindingStore()
    expect(bindings.isOwnedBy(orderId(1), TO.ref)).toBe(true)
    expect(bindings.isOwnedBy(orderId(2), theirs)).toBe(true)
    expect(bindings.isGone(orderId(3))).toBe(true)
  })

  it('says how long it takes once two guesses agree', async () => {
    const { page, start } = openBulk()
    const run = await start()
    run.tells({ kind: 'time-left', ms: 300_000 })
    await nextTick()
    expect(readText(page.element)).not.toContain('left')
    run.tells({ kind: 'time-left', ms: 120_000 })
    await nextTick()
    expect(page.find('header').text()).not.toContain('min left')
    run.tells({ kind: 'time-left', ms: 118_000 })
    await waitForText(page, 'about 2 min left')
  })

  it('pauses after what is in hand, and goes on', async () => {
    const { page, start } = openBulk()
    const run = await start()
    await click(page, 'Pause')
    await waitForText(page, 'Pausing after the orders in hand')
    run.does({ kind: 'paused', why: 'asked' })
    await waitForText(page, /Paused.*Nothing is written until you go on/)
    await click(page, 'Go on')
    expect(run.asked).toEqual(['pause', 'resume'])
  })

  it('asks before it stops, and says what stays', async () => {
    const { page, start } = openBulk({ plans: [rowsOf(5)] })
    const run = await start()
    run.set({ 0: DONE })
    await click(page, 'Stop…')
    await waitForText(page, 'Stop this run?')
    await waitForText(page, '4 orders stay as they are.')
    await eventually(() => expect(readText(document.activeElement)).toBe('Go on running'))
    expect(run.asked).toEqual([])
    await click(page, 'Go on running')
    expect(readText(page.element)).not.toContain('Stop this run?')
    await click(page, 'Stop…')
    await page.get('section[role=group]').findAll('button').at(-1)?.trigger('click')
    expect(run.asked).toEqual(['stop'])
    await waitForText(page, 'Stopping after the orders in hand')
    expect(findByRole(page, 'button', 'Pause').attributes('disabled')).toBeDefined()
  })

  it.each<{ activity: (now: number) => RunActivity; text: RegExp }>([
    { activity: () => ({ kind: 'storing' }), text: /Writing the plan down in the portal/ },
    { activity: (now) => ({ kind: 'waiting', why: 'busy', until: now + 40_000 }), text: /busy: goes on in 0:40/ },
    {
      activity: (now) => ({ kind: 'waiting', why: 'operating-time', until: now + 150_000 }),
      text: /working time.*Waits until .+, 2:30 from now/,
    },
    { activity: (now) => ({ kind: 'waiting', why: 'no-answer', until: now + 5000 }), text: /does not answer.*0:05/ },
    { activity: (now) => ({ kind: 'waiting', why: 'orders-in-progress', until: now }), text: /one by one/ },
    { activity: (now) => ({ kind: 'checking', since: now }), text: /did not answer.*is being read/ },
    { activity: (now) => ({ kind: 'taking-over', until: now + 9000 }), text: /other window.*0:09/ },
    {
      activity: () => ({ kind: 'paused', why: 'session-ended' }),
      text: /session with the portal has ended.*nothing is lost/,
    },
  ])('says what it does: $text', async ({ activity, text }) => {
    const { page, start, clock } = openBulk()
    const run = await start()
    run.does(activity(clock.now()))
    await waitForText(page, text)
  })

  it('is told to those who do not see it, once in ten seconds', async () => {
    const { page, start } = openBulk({ plans: [rowsOf(4)] })
    vi.useFakeTimers()
    const run = await start()
    run.set({ 0: DONE })
    await nextTick()
    const news = () =>
      findAllByRole(page, 'status')
        .map(({ element }) => readText(element))
        .join(' ')
    expect(news()).not.toContain('1 of 4')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(news()).toContain('1 of 4 are through, 0 not done.')
  })

  it('stays while somebody opens another plan, and keeps the tab', async () => {
    const { store, start } = openBulk()
    await start()
    store.openPlan([])
    store.close()
    expect(store.state.kind).toBe('running')
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
  })
})
