import type { FaultRule } from '@emulator/portal/fault'
import { describe, expect, it } from 'vitest'
import { asFailure, PortalFailure } from '@/domain/failure'
import { faultOf, storedOwner } from '@tests/support/open-portal'
import { aDeal, aStep, openRuns } from '@tests/support/open-runs'

const ADD = 'crm.orderentity.add'
const LIST = 'crm.orderentity.list'
const options = { groupSize: 3, mayLeave: () => true }
const ERROR = { kind: 'error', code: 'ERROR_CORE', status: 400 } as const

/** A run of orders that all belong to somebody else than the deal that they are to go to. */
function openMoves({
  faults = [],
  guarded = false,
  count = 6,
}: { faults?: FaultRule[]; guarded?: boolean; count?: number } = {}) {
  const opened = openRuns({ faults, guardedMoves: guarded, count })
  for (const id of opened.orders) opened.local.data.bindings.set(id, { ownerId: 202, ownerTypeId: 2 })
  const writes = opened.orders.map((orderId) => ({ orderId, before: aDeal(202), after: opened.target }))
  const [first, second] = opened.orders
  if (!first || !second) throw new Error('The sample has no orders.')
  const commands = () => Object.keys(Object(opened.transport.requests.at(-1)?.params.cmd))
  return { ...opened, writes, first, second, commands, commit: () => opened.runs.commit(writes, options) }
}

describe('the writes of a run', () => {
  it('stand in groups, each after a reading of its orders, and before a reading of all', async () => {
    const { commit, commands, orders } = openMoves({ count: 5 })
    await commit()
    const writes = orders.map((id) => `k_write${id}`)
    expect(commands()).toEqual(['k_before0', ...writes.slice(0, 3), 'k_before1', ...writes.slice(3), 'k_now'])
  })

  it('go on after one that is refused, which tells whether it ran', async () => {
    const { commit, first, second, local, target } = openMoves({ faults: [faultOf(ADD, ERROR, { nth: 1 })] })
    local.data.orders.delete(second)
    const { answers } = await commit()
    expect(answers.get(first)).toMatchObject({ outcome: { code: 'ERROR_CORE', changed: 'unknown' }, now: aDeal(202) })
    expect(answers.get(second)).toMatchObject({ outcome: { kind: 'order-gone', changed: 'no' } })
    expect([...answers.values()].filter(({ outcome }) => outcome === 'written')).toHaveLength(4)
    expect(storedOwner(local, first)).not.toEqual(target)
  })

  it('tell no owner where the reading before them is lost or refused', async () => {
    for (const effect of [{ kind: 'missing-row' } as const, ERROR]) {
      const { commit, orders, target } = openMoves({ faults: [faultOf(LIST, effect, { nth: 1 })] })
      const { answers } = await commit()
      const shown = orders.map((id) => [answers.get(id)?.outcome, answers.get(id)?.before, answers.get(id)?.now])
      expect(shown.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => ['written', undefined, target]))
      expect(shown.slice(3)).toEqual(Array.from({ length: 3 }, () => ['written', aDeal(202), target]))
    }
  })

  it('tell no owner where the reading at the end is lost', async () => {
    const { commit, orders, first } = openMoves({ faults: [faultOf(LIST, { kind: 'missing-row' }, { nth: 3 })] })
    const { answers } = await commit()
    expect(orders.map((id) => answers.get(id)?.now)).toEqual(orders.map(() => undefined))
    expect(answers.get(first)?.before).toEqual(aDeal(202))
  })

  it('are not known where their row is lost', async () => {
    const { commit, first } = openMoves({ faults: [faultOf(ADD, { kind: 'missing-row' }, { nth: 1 })] })
    const answer = (await commit()).answers.get(first)
    expect(answer?.outcome).toMatchObject({ kind: 'unreadable', changed: 'unknown' })
  })

  it.each([
    ['nothing', { orderEntity: null }],
    ['an order that was not asked for', { orderEntity: [{ orderId: 999_999, ownerId: 1, ownerTypeId: 2 }] }],
    ['a list', []],
  ])('believe no reading that shows %s', async (_, result) => {
    const { commit, orders } = openMoves({ faults: [faultOf(LIST, { kind: 'wrong-shape', result })] })
    const { answers } = await commit()
    expect(orders.flatMap((id) => [answers.get(id)?.before, answers.get(id)?.now]).some(Boolean)).toBe(false)
    expect([...answers.values()].every(({ outcome }) => outcome === 'written')).toBe(true)
  })

  it.each([
    ['cut-before', 'unknown'],
    ['cut-after', 'unknown'],
    ['silence', 'unknown'],
  ] as const)('fail as a whole on %s, with what is known of the rows', async (kind, changed) => {
    const { commit } = openMoves({ faults: [faultOf(ADD, { kind }, { nth: 1 })] })
    expect(await commit().catch(asFailure)).toMatchObject({ changed })
  })

  it.each([
    ['QUERY_LIMIT_EXCEEDED', 503, 'no'],
    ['INTERNAL_SERVER_ERROR', 500, 'unknown'],
  ])('that were refused together with %s changed %s', async (code, status, changed) => {
    const { commit, local, first } = openMoves({ faults: [faultOf('batch', { kind: 'error', code, status })] })
    expect(await commit().catch(asFailure)).toMatchObject({ changed })
    expect(storedOwner(local, first)).toEqual(aDeal(202))
  })

  it('do not leave where they may not', async () => {
    const { runs, writes, transport } = openMoves()
    const failure = await runs.commit(writes, { ...options, mayLeave: () => false }).catch(asFailure)
    expect([failure, transport.requests]).toEqual([expect.objectContaining({ kind: 'timeout', changed: 'no' }), []])
  })

  it('are none where there is nothing to write', async () => {
    const { runs, transport, first } = openMoves()
    expect((await runs.commit([], options)).answers.size).toBe(0)
    expect(transport.requests).toEqual([])
    const { answers } = await runs.commit([{ orderId: first, before: null, after: null }], options)
    expect(answers.get(first)).toMatchObject({ outcome: 'mismatch' })
  })

  it('detach the exact owner', async () => {
    const { runs, first, second, local } = openMoves()
    const detach = (orderId: typeof first, id: number) => ({ orderId, before: aDeal(id), after: null })
    const { answers } = await runs.commit([detach(first, 202), detach(second, 203)], options)
    expect(answers.get(first)).toEqual({ before: aDeal(202), outcome: 'written', now: null })
    expect(answers.get(second)).toEqual({ before: aDeal(202), outcome: 'mismatch', now: aDeal(202) })
    expect([storedOwner(local, first), storedOwner(local, second)]).toEqual([null, aDeal(202)])
  })

  it.each([
    [3, false, 36],
    [25, false, 47],
    [100, false, 48],
    [3, true, 21],
    [24, true, 24],
  ])('in groups of %i, guarded %s, are at most %i', async (groupSize, guarded, most) => {
    const { runs, writes, first } = openMoves({ guarded, count: 60 })
    expect(await runs.mostWrites(groupSize)).toBe(most)
    expect(writes.length).toBeGreaterThan(most)
    await expect(runs.commit(writes, { ...options, groupSize })).rejects.toBeInstanceOf(RangeError)
    if (guarded) await runs.prepare(aStep(), [first])
    const { answers } = await runs.commit(writes.slice(0, most), { ...options, groupSize })
    expect([...answers.values()].every(({ outcome }) => outcome === 'written')).toBe(true)
  })
})

describe('guarded moves of a run', () => {
  /** Somebody moves the order after the reading of its group. */
  function openRace(guarded: boolean) {
    const opened = openMoves({ guarded, count: 3 })
    const { local, second } = opened
    local.beforeCommand = (method) => {
      if (method !== ADD) return
      local.beforeCommand = undefined
      local.data.bindings.set(second, { ownerId: 203, ownerTypeId: 2 })
    }
    return opened
  }

  it('leave alone what somebody has moved meanwhile, once the portal has shown that it can', async () => {
    const { runs, commit, second, orders, local } = openRace(true)
    const race = local.beforeCommand
    local.beforeCommand = undefined
    await runs.prepare(aStep(), orders)
    local.beforeCommand = race
    const { answers } = await commit()
    expect(answers.get(second)).toEqual({ before: aDeal(202), outcome: 'mismatch', now: aDeal(203) })
    expect([...answers.values()].filter(({ outcome }) => outcome === 'written')).toHaveLength(2)
  })

  it('are not guarded where nobody has set the app so', async () => {
    const { runs, commit, second, orders, target } = openRace(false)
    await runs.prepare(aStep(), orders)
    expect((await commit()).answers.get(second)).toEqual({ before: aDeal(202), outcome: 'written', now: target })
  })
})

describe('what writes of a run cost', () => {
  it('is what the portal tells of each, and of its own limit', async () => {
    const opened = openMoves()
    Object.assign(opened.local.settings, { operatingLimit: true, clockByRunTime: true })
    const { cost } = await opened.commit()
    expect(cost.seconds).toEqual(opened.orders.map(() => 0.98))
    const added = cost.operating.get(ADD)
    expect(added?.seconds).toBeCloseTo(6 * 0.98)
    // Ten minutes from the first write on, by the portal's clock alone.
    expect(Math.round(((added?.resetAt ?? 0) - (added?.now ?? 0)) / 1_000)).toBeGreaterThan(580)
    expect(cost.operating.get(LIST)?.seconds).toBeGreaterThan(0)
  })

  it('names no limit where there is none, and nothing of what was refused', async () => {
    const opened = openMoves({ faults: [faultOf(ADD, ERROR, { nth: 1 })] })
    opened.local.settings.operatingLimit = false
    const { cost } = await opened.commit()
    expect([cost.seconds.length, cost.operating.size]).toEqual([opened.orders.length - 1, 0])
  })

  it('is refused row by row where the limit is used up: these did not run', async () => {
    const { commit, local, first, second } = openMoves()
    Object.assign(local.settings, { operatingLimit: true })
    local.limits.usage.set('app crm.orderentity.add', [{ firstAt: local.now(), seconds: 479.5 }])
    const { answers } = await commit()
    expect(answers.get(first)?.outcome).toBe('written')
    const refused = answers.get(second)?.outcome
    expect(refused).toBeInstanceOf(PortalFailure)
    expect(refused).toMatchObject({ kind: 'time-limit', changed: 'no' })
  })
})
