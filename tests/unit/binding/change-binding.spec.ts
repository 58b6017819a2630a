import type { OnStage, Result, ResultOf, Stage } from '@/binding/result'
import type { OwnerRef } from '@/domain/owner'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { createBindingEngine } from '@/binding/change-binding'
import { createPageMemory } from '@/binding/remember'
import { undoOf } from '@/domain/change'
import { ownerId, ownerTypeId } from '@/domain/id'
import { controlPortal } from '@emulator/control/control-portal'
import { setFaults } from '@emulator/faults/faults'
import { anOwnerRef } from '@tests/support/builders'
import { instantClock } from '@tests/support/instant-clock'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const ADD = 'crm.orderentity.add'
const LIST = 'crm.orderentity.list'

/** An engine on the sample portal, with everything that a test looks at. */
function openEngine(options: OpenPortalOptions = {}) {
  const { local, transport, portal } = openPortal(options)
  const clock = instantClock()
  const memory = createPageMemory()
  const stages: Stage['kind'][] = []
  const watch: OnStage = ({ kind }) => void stages.push(kind)
  const engine = createBindingEngine({ portal, memory, clock })
  const order = readSample(local, 'move').orderId
  const twin = readSample(local, 'move').owner
  const target = readSample(local, 'moveTarget').owner
  const free = readSample(local, 'unbound').orderId
  return { local, transport, clock, memory, stages, watch, engine, order, twin, target, free }
}

function expectAsked(result: Result): ResultOf<'asked'> {
  if (result.kind !== 'asked') throw new Error(`Expected a question, got ${result.kind}`)
  return result
}

const expectQuestion = (result: Result) => expectAsked(result).question

/** Commands as they left, batches opened. */
function sentWrites({ transport }: ReturnType<typeof openEngine>): string[] {
  return transport.requests.flatMap(({ method, params }) => {
    const commands = method === 'batch' ? Object.values(params.cmd as Record<string, string>) : [method]
    return commands
      .map((command) => command.split('?')[0] ?? '')
      .filter((name) => /\.(add|deletebyfilter)$/i.test(name))
  })
}

async function moveWith(opened: ReturnType<typeof openEngine>): Promise<Result> {
  const { engine, watch, order, target } = opened
  const asked = expectAsked(await engine.change({ orderId: order, after: target }, watch))
  return engine.confirm(asked, watch)
}

/** Confirms the move; a colleague gives the order another owner, or none, right before this command of the write's batch. */
async function moveBesideColleague(
  opened: ReturnType<typeof openEngine>,
  owner: OwnerRef | null,
  command: typeof ADD | typeof LIST,
): Promise<Result> {
  const { local, order, engine, target } = opened
  const asked = expectAsked(await engine.change({ orderId: order, after: target }, opened.watch))
  return engine.confirm(asked, ({ kind }) => {
    if (kind !== 'writing') return
    local.beforeCommand = (method) => {
      if (method !== command) return
      local.beforeCommand = undefined
      const change = owner ? { ownerId: owner.id, ownerTypeId: owner.typeId } : { ownerId: null }
      controlPortal(local).binding({ orderId: order, ...change })
    }
  })
}

/** Moves the order while the line dies right before or after the work, and stays dead for all readings after it. */
async function loseMove(
  opened: ReturnType<typeof openEngine>,
  kind: 'cut-before' | 'cut-after',
): Promise<ResultOf<'unknown'>> {
  const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
  // The first reading comes before the write, the second one travels with it.
  const readings = [3, 4, 5, 6, 7].map((nth) => faultOf('crm.orderentity.list', { kind: 'cut-before' }, { nth }))
  setFaults(opened.local, [faultOf(ADD, { kind }, { nth: 1 }), ...readings])
  const result = await opened.engine.confirm(asked, opened.watch)
  if (result.kind !== 'unknown') throw new Error(`Expected a lost write, got ${result.kind}`)
  return result
}

describe('request', () => {
  it('binds a free order at once', async () => {
    const opened = openEngine()
    const result = await opened.engine.change({ orderId: opened.free, after: opened.target }, opened.watch)
    expect(result).toMatchObject({ kind: 'done', change: { before: null, after: opened.target } })
    expect(storedOwner(opened.local, opened.free)).toEqual(opened.target)
    expect(opened.stages).toEqual(['reading', 'writing'])
  })

  it('asks before moving an order that has an owner, and writes nothing', async () => {
    const opened = openEngine()
    const question = expectQuestion(
      await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch),
    )
    expect(question).toMatchObject({
      step: 'move',
      isAskedAgain: false,
      before: { kind: 'present' },
      after: { kind: 'present' },
    })
    expect(question.documents).toEqual({ payments: expect.any(Number), shipments: expect.any(Number) })
    expect(question.ordersOfAfter).toBeGreaterThan(0)
    expect(question.ordersOfBefore).toBe(1)
    expect(sentWrites(opened)).toEqual([])
  })

  it('says that the order already belongs there', async () => {
    const opened = openEngine()
    const result = await opened.engine.change({ orderId: opened.order, after: opened.twin }, opened.watch)
    expect(result).toMatchObject({ kind: 'nothing', now: opened.twin })
    expect(sentWrites(opened)).toEqual([])
  })

  it('refuses an owner that is gone', async () => {
    const opened = openEngine()
    const gone = readSample(opened.local, 'goneOwner').owner
    expect(await opened.engine.change({ orderId: opened.free, after: gone }, opened.watch)).toMatchObject({
      kind: 'impossible',
      because: 'owner-gone',
    })
    expect(sentWrites(opened)).toEqual([])
  })

  it('does not bind when the owner could not be checked', async () => {
    const opened = openEngine({ faults: [faultOf('crm.item.get', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })] })
    const result = await opened.engine.change({ orderId: opened.free, after: opened.target }, opened.watch)
    expect(result).toMatchObject({ kind: 'impossible', because: 'owner-unread' })
    expect(sentWrites(opened)).toEqual([])
  })

  it('still asks when nothing about the documents could be read', async () => {
    const opened = openEngine({ faults: [faultOf('sale.order.get', { kind: 'error', code: 'ACCESS_DENIED' })] })
    const question = expectQuestion(
      await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch),
    )
    expect(question.documents).toBeUndefined()
    expect(question.before).toMatchObject({ kind: 'present' })
  })

  it('starts no second change of an order that is in hand', async () => {
    const opened = openEngine()
    const first = opened.engine.change({ orderId: opened.free, after: opened.target }, opened.watch)
    const second = await opened.engine.change({ orderId: opened.free, after: opened.twin }, opened.watch)
    expect(second).toMatchObject({ kind: 'impossible', because: 'in-progress' })
    expect(await first).toMatchObject({ kind: 'done' })
  })

  it('ends as not done when the present binding cannot be read', async () => {
    const opened = openEngine({ faults: [faultOf('crm.orderentity.list', { kind: 'error', code: '200040300010' })] })
    const result = await opened.engine.change({ orderId: opened.free, after: opened.target }, opened.watch)
    expect(result).toMatchObject({ kind: 'not-done', failure: { kind: 'no-read-right' } })
    expect(sentWrites(opened)).toEqual([])
  })
})

describe('confirm', () => {
  it('moves by one add and keeps what was there before', async () => {
    const opened = openEngine()
    const result = await moveWith(opened)
    expect(result).toMatchObject({ kind: 'done', change: { before: opened.twin, after: opened.target } })
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.target)
    expect(sentWrites(opened)).toEqual([ADD])
    expect(opened.memory.entries()).toMatchObject([{ before: opened.twin, ending: 'done' }])
  })

  it('asks again when somebody moved the order meanwhile', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const other = readSample(opened.local, 'dealWithoutOrders').owner
    opened.local.data.bindings.set(opened.order, { ownerId: other.id, ownerTypeId: other.typeId })
    const again = expectQuestion(await opened.engine.confirm(asked, opened.watch))
    expect(again).toMatchObject({ isAskedAgain: true, step: 'move', before: { owner: { ref: other } } })
    expect(sentWrites(opened)).toEqual([])
  })

  it('asks again when the order lost its owner meanwhile', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    opened.local.data.bindings.delete(opened.order)
    expect(expectQuestion(await opened.engine.confirm(asked, opened.watch))).toMatchObject({
      step: 'bind',
      before: null,
    })
  })

  it('unbinds, and undo binds again', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: null }, opened.watch))
    expect(asked.question).toMatchObject({ step: 'unbind', after: null })
    const result = await opened.engine.confirm(asked, opened.watch)
    expect(storedOwner(opened.local, opened.order)).toBeNull()
    if (result.kind !== 'done') throw new Error(result.kind)
    expect(await opened.engine.change(undoOf(result.change), opened.watch)).toMatchObject({ kind: 'done' })
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.twin)
  })

  it('writes nothing when the change is not remembered', async () => {
    const { local, portal, transport } = openPortal()
    const refusal = {
      intend: () => portal.orders.find({}).then(() => never()),
      close: async () => true,
      recall: async () => undefined,
    }
    setFaults(local, [faultOf('sale.order.list', { kind: 'error', code: 'ACCESS_DENIED' })])
    const engine = createBindingEngine({ portal, memory: refusal, clock: instantClock() })
    const { orderId } = readSample(local, 'unbound')
    const result = await engine.change({ orderId, after: readSample(local, 'moveTarget').owner }, () => undefined)
    expect(result).toMatchObject({ kind: 'not-done', failure: { changed: 'no' } })
    expect(JSON.stringify(transport.requests)).not.toContain(ADD)
  })
})

function never(): never {
  throw new Error('The memory was not refused')
}

describe('a colleague between the confirmation and the write', () => {
  it.each(['another owner', 'no owner'] as const)('is named and restored by undo: %s', async (name) => {
    const opened = openEngine()
    const theirs = name === 'no owner' ? null : readSample(opened.local, 'dealWithoutOrders').owner
    const moved = await moveBesideColleague(opened, theirs, LIST)
    expect(moved).toMatchObject({ kind: 'done', replaced: 'unseen', change: { before: theirs, after: opened.target } })
    expect(opened.memory.entries()).toMatchObject([{ before: theirs, ending: 'done' }])
    if (moved.kind !== 'done') throw new Error(moved.kind)
    expect(await opened.engine.change(undoOf(moved.change), opened.watch)).toMatchObject({ kind: 'done' })
    expect(storedOwner(opened.local, opened.order)).toEqual(theirs)
  })

  it('is named where the order was free when it was read', async () => {
    const opened = openEngine()
    const theirs = readSample(opened.local, 'dealWithoutOrders').owner
    const result = await opened.engine.change({ orderId: opened.free, after: opened.target }, ({ kind }) => {
      if (kind === 'writing') {
        opened.local.data.bindings.set(opened.free, { ownerId: theirs.id, ownerTypeId: theirs.typeId })
      }
    })
    expect(result).toMatchObject({ kind: 'done', replaced: 'unseen', change: { before: theirs } })
  })

  it('is not overwritten by an unbind, which names the owner that it removes', async () => {
    const opened = openEngine()
    const theirs = readSample(opened.local, 'dealWithoutOrders').owner
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: null }, opened.watch))
    const result = await opened.engine.confirm(asked, ({ kind }) => {
      if (kind === 'writing') {
        opened.local.data.bindings.set(opened.order, { ownerId: theirs.id, ownerTypeId: theirs.typeId })
      }
    })
    expect(result).toMatchObject({ kind: 'overtaken', now: theirs, ours: 'not-written' })
    expect(storedOwner(opened.local, opened.order)).toEqual(theirs)
  })

  it('stays unseen in the gap between two commands of one batch, and what is told is the truth of the portal', async () => {
    const opened = openEngine()
    const theirs = readSample(opened.local, 'dealWithoutOrders').owner
    const moved = await moveBesideColleague(opened, theirs, ADD)
    expect(moved).toMatchObject({ kind: 'done', replaced: 'as-seen', change: { after: opened.target } })
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.target)
  })

  it('leaves nothing to read between the reading that decides and the write', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const sent = opened.transport.requests.length
    await opened.engine.confirm(asked, opened.watch)
    expect(
      opened.local.log.slice(-2).map(({ commands }) => commands?.map(({ method }) => method.toLowerCase())),
    ).toEqual([
      ['crm.item.get', 'sale.order.get', LIST],
      [LIST, ADD, LIST],
    ])
    expect(opened.transport.requests.length - sent).toBe(2)
  })
})

describe('undo', () => {
  it('restores the owner before', async () => {
    const opened = openEngine()
    const moved = await moveWith(opened)
    if (moved.kind !== 'done') throw new Error(moved.kind)
    expect(await opened.engine.change(undoOf(moved.change), opened.watch)).toMatchObject({ kind: 'done' })
    expect(storedOwner(opened.local, opened.order)).toEqual(opened.twin)
  })

  it('refuses when somebody has changed the binding since', async () => {
    const opened = openEngine()
    const moved = await moveWith(opened)
    if (moved.kind !== 'done') throw new Error(moved.kind)
    const other = readSample(opened.local, 'dealWithoutOrders').owner
    opened.local.data.bindings.set(opened.order, { ownerId: other.id, ownerTypeId: other.typeId })
    const result = await opened.engine.change(undoOf(moved.change), opened.watch)
    expect(result).toMatchObject({ kind: 'overtaken', now: other, ours: 'not-written' })
    expect(storedOwner(opened.local, opened.order)).toEqual(other)
  })

  it('refuses to put an order back to an owner that is gone', async () => {
    const opened = openEngine()
    const moved = await moveWith(opened)
    if (moved.kind !== 'done') throw new Error(moved.kind)
    opened.local.data.items.get(2)?.delete(opened.twin.id)
    expect(await opened.engine.change(undoOf(moved.change), opened.watch)).toMatchObject({
      kind: 'impossible',
      because: 'owner-gone',
    })
  })
})

describe('an order that is gone', () => {
  /** Its unpaid twin deal was deleted and took it along. */
  function deleteOrder({ local, order }: ReturnType<typeof openEngine>): void {
    local.data.orders.delete(order)
    local.data.bindings.delete(order)
  }

  it('is not taken for a free one while the question is open', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    deleteOrder(opened)
    expect(await opened.engine.confirm(asked, opened.watch)).toMatchObject({ kind: 'order-gone' })
    expect(sentWrites(opened)).toEqual([])
  })

  it('is not unbound, bound or put back', async () => {
    const opened = openEngine()
    const moved = await moveWith(opened)
    deleteOrder(opened)
    const { order, target, watch, engine } = opened
    if (moved.kind !== 'done') throw new Error(moved.kind)
    expect(await engine.change({ orderId: order, after: null }, watch)).toMatchObject({ kind: 'order-gone' })
    expect(await engine.change({ orderId: order, after: target }, watch)).toMatchObject({ kind: 'order-gone' })
    expect(await engine.change(undoOf(moved.change), watch)).toMatchObject({ kind: 'order-gone' })
  })

  it('is told as gone when it goes right before the write', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const result = await opened.engine.confirm(asked, ({ kind }) => kind === 'writing' && deleteOrder(opened))
    expect(result).toMatchObject({ kind: 'order-gone' })
    expect(opened.memory.entries()).toMatchObject([{ ending: expect.stringMatching(/not-done|unknown/) }])
  })

  it('is told as gone when it goes while a lost answer is being settled', async () => {
    const opened = openEngine({ faults: [faultOf(ADD, { kind: 'cut-before' }, { nth: 1 })] })
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const result = await opened.engine.confirm(asked, ({ kind }) => kind === 'checking' && deleteOrder(opened))
    expect(result).toMatchObject({ kind: 'order-gone' })
  })

  it('is still bound where the portal does not tell whether there is such an order', async () => {
    const opened = openEngine({ faults: [faultOf('sale.order.get', { kind: 'error', code: 'ACCESS_DENIED' })] })
    const result = await opened.engine.change({ orderId: opened.free, after: opened.target }, opened.watch)
    expect(result).toMatchObject({ kind: 'done' })
  })
})

describe('a wish that was made on the page of an owner', () => {
  it.each(['unbind', 'move'] as const)('stops where the order is elsewhere by now: %s', async (step) => {
    const opened = openEngine()
    const { local, order, target, twin } = opened
    const elsewhere = readSample(local, 'dealWithoutOrders').owner
    local.data.bindings.set(order, { ownerId: elsewhere.id, ownerTypeId: elsewhere.typeId })
    const wish = { orderId: order, after: step === 'unbind' ? null : target, onPageOf: twin }
    expect(await opened.engine.change(wish, opened.watch)).toMatchObject({
      kind: 'overtaken',
      now: elsewhere,
      ours: 'not-written',
    })
    expect(storedOwner(local, order)).toEqual(elsewhere)
    expect(sentWrites(opened)).toEqual([])
  })

  it('stops as well where the order left while the question was open', async () => {
    const opened = openEngine()
    const { local, order, twin } = opened
    const asked = expectAsked(await opened.engine.change({ orderId: order, after: null, onPageOf: twin }, opened.watch))
    const elsewhere = readSample(local, 'dealWithoutOrders').owner
    local.data.bindings.set(order, { ownerId: elsewhere.id, ownerTypeId: elsewhere.typeId })
    expect(await opened.engine.confirm(asked, opened.watch)).toMatchObject({ kind: 'overtaken', now: elsewhere })
  })

  it('asks as ever where the order is there', async () => {
    const opened = openEngine()
    const wish = { orderId: opened.order, after: null, onPageOf: opened.twin }
    expectAsked(await opened.engine.change(wish, opened.watch))
  })
})

describe('a write and its faults', () => {
  it.each([
    ['the portal answers 500', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }],
    ['the connection is cut before the work', { kind: 'cut-before' }],
  ] as const)('is not done, and sent once, when %s', async (_, effect) => {
    const opened = openEngine({ faults: [faultOf(ADD, effect, { nth: 1 })] })
    expect(await moveWith(opened)).toMatchObject({ kind: 'not-done', now: opened.twin, failure: { changed: 'no' } })
    expect(opened.clock.waits).toEqual([5_000, 10_000, 50_000])
    expect(opened.stages).toEqual(['reading', 'reading', 'writing', 'checking'])
    expect(sentWrites(opened)).toEqual([ADD])
  })

  it.each(['html-page', 'empty-body', 'broken-json'] as const)(
    'is settled, and sent once, after an answer that is %s',
    async (kind) => {
      const opened = openEngine({ faults: [faultOf(ADD, { kind }, { nth: 1 })] })
      expect(await moveWith(opened)).toMatchObject({ kind: 'done' })
      expect(opened.stages).toContain('checking')
      expect(sentWrites(opened)).toEqual([ADD])
      expect(storedOwner(opened.local, opened.order)).toEqual(opened.target)
    },
  )

  it('waits for work that the portal does later', async () => {
    const opened = openEngine({ faults: [faultOf(ADD, { kind: 'silence' }, { nth: 1 })] })
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const wait = opened.clock.wait
    opened.clock.wait = async (ms) => {
      await wait(ms)
      if (ms === 10_000) opened.local.data.bindings.set(opened.order, { ownerId: opened.target.id, ownerTypeId: 2 })
    }
    expect(await opened.engine.confirm(asked, opened.watch)).toMatchObject({ kind: 'done' })
    expect(opened.clock.waits).toEqual([5_000, 10_000])
  })

  it('is done when the connection is cut after the work, and is settled at once', async () => {
    const opened = openEngine({ faults: [faultOf(ADD, { kind: 'cut-after' }, { nth: 1 })] })
    expect(await moveWith(opened)).toMatchObject({ kind: 'done', change: { before: opened.twin } })
    expect(sentWrites(opened)).toEqual([ADD])
    expect(opened.clock.waits).toEqual([])
  })

  it('is unknown when nothing can be read back either', async () => {
    const opened = openEngine()
    expect(await loseMove(opened, 'cut-before')).toMatchObject({ failure: { changed: 'unknown' } })
    expect(opened.memory.entries()).toMatchObject([{ ending: 'unknown' }])
  })

  it('is known after all once the portal can be asked again', async () => {
    const opened = openEngine()
    const lost = await loseMove(opened, 'cut-after')
    setFaults(opened.local, [])
    expect(await opened.engine.checkAgain(lost)).toMatchObject({
      kind: 'done',
      change: { before: opened.twin },
    })
    expect(opened.memory.entries()).toMatchObject([{ ending: 'done' }])
    expect(sentWrites(opened)).toEqual([ADD])
  })

  it('is not done after all where the portal shows the old owner later', async () => {
    const opened = openEngine()
    const lost = await loseMove(opened, 'cut-before')
    expect(await opened.engine.checkAgain(lost)).toMatchObject({ kind: 'unknown' })
    setFaults(opened.local, [])
    expect(await opened.engine.checkAgain(lost)).toMatchObject({
      kind: 'not-done',
      now: opened.twin,
      failure: { changed: 'no' },
    })
    expect(opened.memory.entries()).toMatchObject([{ ending: 'not-done' }])
  })

  it('is not tried, and known as not done, when the reading before it fails', async () => {
    const opened = openEngine({
      faults: [faultOf('crm.orderentity.list', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })],
    })
    const result = await opened.engine.change({ orderId: opened.free, after: opened.target }, opened.watch)
    expect(result).toMatchObject({ kind: 'not-done', failure: { kind: 'portal-error', changed: 'no' } })
    expect(sentWrites(opened)).toEqual([])
  })

  it('is repeated, with growing waits, while the portal is too busy to run it', async () => {
    const busy = { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' } as const
    const opened = openEngine({ faults: [faultOf(ADD, busy, { nth: 1 }), faultOf(ADD, busy, { nth: 2 })] })
    expect(await moveWith(opened)).toMatchObject({ kind: 'done' })
    expect(sentWrites(opened)).toEqual([ADD, ADD, ADD])
    expect(opened.clock.waits).toEqual([1_000, 2_000])
  })

  it('is not repeated over a change that a colleague made while the portal was too busy', async () => {
    const opened = openEngine({ faults: [faultOf(ADD, { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }, { nth: 1 })] })
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const other = readSample(opened.local, 'dealWithoutOrders').owner
    const wait = opened.clock.wait
    opened.clock.wait = async (ms) => {
      await wait(ms)
      opened.local.data.bindings.set(opened.order, { ownerId: other.id, ownerTypeId: other.typeId })
    }
    const result = await opened.engine.confirm(asked, opened.watch)
    expect(result).toMatchObject({ kind: 'overtaken', now: other, ours: 'not-written' })
    expect(sentWrites(opened)).toEqual([ADD])
    expect(storedOwner(opened.local, opened.order)).toEqual(other)
  })

  it.each(['OPERATION_TIME_LIMIT', 'OVERLOAD_LIMIT', '200040300020', '200540400001', 'insufficient_scope'])(
    'ends as not done, sent once, after the refusal %s',
    async (code) => {
      const opened = openEngine({ faults: [faultOf(ADD, { kind: 'error', code }, { nth: 1 })] })
      expect(await moveWith(opened)).toMatchObject({ kind: 'not-done', failure: { code, changed: 'no' } })
      expect(sentWrites(opened)).toEqual([ADD])
      expect(storedOwner(opened.local, opened.order)).toEqual(opened.twin)
    },
  )

  it.each(['0', '201640400005', 'ERROR_CORE', 'request_timeout', 'constructor'])(
    'is settled by reading after the refusal %s, which does not say that nothing ran',
    async (code) => {
      const opened = openEngine({ faults: [faultOf(ADD, { kind: 'error', code, status: 400 }, { nth: 1 })] })
      expect(await moveWith(opened)).toMatchObject({ kind: 'not-done', now: opened.twin, failure: { changed: 'no' } })
      expect(opened.clock.waits).toEqual([5_000, 10_000, 50_000])
      expect(sentWrites(opened)).toEqual([ADD])
    },
  )

  it('is not told as not made when somebody else changed the order after the answer was lost', async () => {
    const opened = openEngine({ faults: [faultOf(ADD, { kind: 'cut-after' }, { nth: 1 })] })
    const theirs = readSample(opened.local, 'dealWithoutOrders').owner
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const result = await opened.engine.confirm(asked, ({ kind }) => {
      if (kind === 'checking') {
        opened.local.data.bindings.set(opened.order, { ownerId: theirs.id, ownerTypeId: theirs.typeId })
      }
    })
    expect(result).toMatchObject({ kind: 'overtaken', now: theirs, ours: 'unknown' })
  })

  it('is as wished where a colleague did just that while the portal was too busy', async () => {
    const opened = openEngine({ faults: [faultOf(ADD, { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }, { nth: 1 })] })
    const wait = opened.clock.wait
    opened.clock.wait = async (ms) => {
      await wait(ms)
      opened.local.data.bindings.set(opened.order, { ownerId: opened.target.id, ownerTypeId: opened.target.typeId })
    }
    expect(await moveWith(opened)).toMatchObject({ kind: 'nothing', now: opened.target })
    expect(sentWrites(opened)).toEqual([ADD])
  })

  it('is not done at once when the reading before its repeat is cut: it never ran', async () => {
    const opened = openEngine({ faults: [faultOf(ADD, { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }, { nth: 1 })] })
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const wait = opened.clock.wait
    opened.clock.wait = async (ms) => {
      await wait(ms)
      setFaults(opened.local, [faultOf(LIST, { kind: 'cut-before' })])
    }
    expect(await opened.engine.confirm(asked, opened.watch)).toMatchObject({
      kind: 'not-done',
      failure: { changed: 'no' },
    })
    expect(opened.clock.waits).toEqual([1_000])
  })

  it('reads both halves again when one of them was too busy before the write', async () => {
    const opened = openEngine({
      faults: [faultOf('crm.item.get', { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }, { nth: 1 })],
    })
    const result = await opened.engine.change({ orderId: opened.free, after: opened.target }, opened.watch)
    expect(result).toMatchObject({ kind: 'done' })
  })

  it('reports that somebody overtook it when the portal shows another owner right after', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    const other = anOwnerRef(3)
    const rows = { orderEntity: [{ orderId: opened.order, ownerId: other.id, ownerTypeId: other.typeId }] }
    setFaults(opened.local, [faultOf('crm.orderentity.list', { kind: 'wrong-shape', result: rows }, { nth: 3 })])
    const result = await opened.engine.confirm(asked, opened.watch)
    expect(result).toMatchObject({ kind: 'overtaken', now: other, ours: 'written' })
  })

  it('changed nothing where a colleague did just that right before it', async () => {
    const opened = openEngine()
    expect(await moveBesideColleague(opened, opened.target, LIST)).toMatchObject({
      kind: 'nothing',
      now: opened.target,
    })
    expect(opened.local.bindingHistory.map(({ user }) => user)).toEqual([null])
  })

  it('does not take the word "already" for granted', async () => {
    const opened = openEngine({
      faults: [faultOf(ADD, { kind: 'error', code: '201650000001', status: 400 }, { nth: 1 })],
    })
    expect(await moveWith(opened)).toMatchObject({ kind: 'not-done', now: opened.twin })
  })

  it('lets the token be refreshed once, and is sent on', async () => {
    const opened = openEngine()
    const asked = expectAsked(await opened.engine.change({ orderId: opened.order, after: opened.target }, opened.watch))
    opened.local.tokens.forEach((token) => (token.expiresAt = 0))
    expect(await opened.engine.confirm(asked, opened.watch)).toMatchObject({ kind: 'done' })
    expect(sentWrites(opened)).toEqual([ADD])
  })

  it('uses the number that the portal lists as owner type', async () => {
    const opened = openEngine()
    const invoice = {
      typeId: ownerTypeId(31),
      id: ownerId([...(opened.local.data.items.get(31)?.keys() ?? [])][0] ?? 0),
    }
    await opened.engine.change({ orderId: opened.free, after: invoice }, opened.watch)
    expect(opened.local.data.bindings.get(opened.free)).toEqual({ ownerId: invoice.id, ownerTypeId: 31 })
  })
})
