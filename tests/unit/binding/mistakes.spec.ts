import type { Result } from '@/binding/result'
import type { EngineTools } from '@/binding/write'
import type { Portal } from '@/portal/portal'
import { describe, expect, it } from 'vitest'
import { createBindingEngine } from '@/binding/change-binding'
import { createPageMemory } from '@/binding/remember'
import { setFaults } from '@emulator/faults/faults'
import { instantClock } from '@tests/support/instant-clock'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const ADD = 'crm.orderentity.add'

function fail(): never {
  throw new TypeError('no map')
}

/** An engine below which, or beside which, something is broken. */
function openEngine(breakIt: (tools: { portal: Portal; memory: EngineTools['memory'] }) => void) {
  const { local, portal } = openPortal()
  const clock = instantClock()
  const memory = createPageMemory()
  breakIt({ portal, memory })
  const engine = createBindingEngine({ portal, memory, clock })
  const wish = { orderId: readSample(local, 'unbound').orderId, after: readSample(local, 'moveTarget').owner }
  return { local, portal, clock, memory, engine, wish }
}

const bind = ({ engine, wish }: ReturnType<typeof openEngine>): Promise<Result> => engine.change(wish, () => undefined)
const NOT_DONE = { kind: 'not-done', failure: { kind: 'app-error', changed: 'no' } }
const UNKNOWN = { kind: 'unknown', failure: { kind: 'app-error', changed: 'unknown' } }

/** The request has left by then; `runs`: the portal carries it out. */
function breakAfterSending({ bindings }: Portal, runs: boolean): void {
  const { write } = bindings
  bindings.write = async (wish, before, options) => {
    if (runs) await write(wish, before, options)
    else options?.mayLeave?.()
    return fail()
  }
}

describe('a mistake of the app before the write', () => {
  it.each<[string, Parameters<typeof openEngine>[0]]>([
    ['in the reading', ({ portal }) => (portal.owners.readPresence = fail)],
    ['in the reading, later', ({ portal }) => (portal.bindings.readOfOrders = async () => fail())],
    ['in the memory', ({ memory }) => (memory.intend = async () => fail())],
  ])('ends the change as not done: %s', async (_, breakIt) => {
    const opened = openEngine(breakIt)
    expect(await bind(opened)).toMatchObject(NOT_DONE)
    expect(storedOwner(opened.local, opened.wish.orderId)).toBeNull()
    expect(opened.memory.entries()).toEqual([])
  })

  it('ends a move before its question, which cannot be put together', async () => {
    const opened = openEngine(({ portal }) => (portal.orders.readDocuments = async () => fail()))
    const wish = { ...opened.wish, orderId: readSample(opened.local, 'move').orderId }
    expect(await bind({ ...opened, wish })).toMatchObject(NOT_DONE)
  })

  it('closes what is remembered by then', async () => {
    const opened = openEngine(() => undefined)
    const result = await opened.engine.change(opened.wish, ({ kind }) => kind === 'writing' && fail())
    expect(result).toMatchObject(NOT_DONE)
    expect(opened.memory.entries()).toMatchObject([{ ending: 'not-done' }])
    expect(storedOwner(opened.local, opened.wish.orderId)).toBeNull()
  })

  it('ends it as not done after the portal was too busy to run the write', async () => {
    const opened = openEngine(() => undefined)
    setFaults(opened.local, [faultOf(ADD, { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED', status: 503 }, { nth: 1 })])
    const result = await opened.engine.change(opened.wish, ({ kind }) => {
      if (kind === 'writing') opened.portal.bindings.readOfOrders = async () => fail()
    })
    expect(result).toMatchObject(NOT_DONE)
    expect(opened.memory.entries()).toMatchObject([{ ending: 'not-done' }])
  })

  it('leaves the order free for the next change', async () => {
    const opened = openEngine(({ portal }) => {
      const { readPresence } = portal.owners
      portal.owners.readPresence = () => {
        portal.owners.readPresence = readPresence
        return fail()
      }
    })
    await bind(opened)
    expect(await bind(opened)).toMatchObject({ kind: 'done' })
  })
})

describe('a mistake of the app after the write has left', () => {
  it.each([true, false])('leaves its end unknown and closes what is remembered; ran: %s', async (runs) => {
    const opened = openEngine(({ portal }) => breakAfterSending(portal, runs))
    expect(await bind(opened)).toMatchObject(UNKNOWN)
    expect(opened.memory.entries()).toMatchObject([{ ending: 'unknown' }])
  })

  it('leaves it unknown where the readings after a lost answer are broken', async () => {
    const opened = openEngine(() => undefined)
    setFaults(opened.local, [faultOf(ADD, { kind: 'cut-after' }, { nth: 1 })])
    const result = await opened.engine.change(opened.wish, ({ kind }) => {
      if (kind === 'checking') opened.portal.orders.readPresence = fail
    })
    expect(result).toMatchObject(UNKNOWN)
    expect(opened.memory.entries()).toMatchObject([{ ending: 'unknown' }])
  })

  it('is known by a later check where the write ran', async () => {
    const opened = openEngine(({ portal }) => breakAfterSending(portal, true))
    const lost = await bind(opened)
    if (lost.kind !== 'unknown') throw new Error(`Expected an unknown end, got ${lost.kind}`)
    expect(await opened.engine.checkAgain(lost)).toMatchObject({ kind: 'done' })
    expect(opened.memory.entries()).toMatchObject([{ ending: 'done' }])
  })

  it('is not called not done for as long as the portal may still run it', async () => {
    const opened = openEngine(({ portal }) => breakAfterSending(portal, false))
    const lost = await bind(opened)
    if (lost.kind !== 'unknown') throw new Error(`Expected an unknown end, got ${lost.kind}`)
    await opened.clock.wait(60_000)
    expect(await opened.engine.checkAgain(lost)).toMatchObject({ kind: 'unknown' })
    await opened.clock.wait(5_000)
    expect(await opened.engine.checkAgain(lost)).toMatchObject({ kind: 'not-done', now: null })
    expect(opened.memory.entries()).toMatchObject([{ ending: 'not-done' }])
  })

  it('stays unknown after a check with a mistake in it', async () => {
    const opened = openEngine(({ portal }) => breakAfterSending(portal, true))
    const lost = await bind(opened)
    if (lost.kind !== 'unknown') throw new Error(`Expected an unknown end, got ${lost.kind}`)
    opened.portal.orders.readPresence = fail
    expect(await opened.engine.checkAgain(lost)).toMatchObject({ ...UNKNOWN, change: lost.change })
  })
})
