import type { RunTools } from '@/binding/runs/live-run'
import type { Runs } from '@/portal/runs'
import type { Sabotage } from './window'
import { describe, expect, it } from 'vitest'
import { PortalFailure } from '@/domain/failure'
import { runSeed } from './run-seed'

/** Within so many seeds each must be noticed; in the test command the search begins shortly before the first that is. */
const SEEDS = 200
const { SOAK_FULL } = process.env

const withRuns = (tools: RunTools, change: (runs: Runs) => Partial<Runs>): RunTools => ({
  ...tools,
  runs: { ...tools.runs, ...change(tools.runs) },
})

/** The failure as one that says that nothing ran. */
function harmless(failure: unknown): PortalFailure {
  const { kind, code } = failure instanceof PortalFailure ? failure : { kind: 'timeout' as const, code: '' }
  return new PortalFailure({ kind, changed: 'no', ...(code && { code }) })
}

/** Collaborators of the engine that do it wrong, each with the invariant that must notice. */
const SABOTAGES: [name: string, sabotage: Sabotage, noticed: RegExp, near?: number][] = [
  [
    'a lost request taken for one that did not run',
    (tools) =>
      withRuns(tools, ({ commit }) => ({
        commit: (...asked) =>
          commit(...asked).catch((error: unknown) => {
            throw harmless(error)
          }),
      })),
    /sent again while the former sending could run/,
    12,
  ],
  [
    'readings before writes that are stale',
    (tools) =>
      withRuns(tools, ({ commit }) => ({
        async commit(writes, options) {
          const { answers, cost } = await commit(writes, options)
          const stale = writes.map(({ orderId, before }) => {
            const answer = answers.get(orderId) ?? { outcome: 'mismatch' as const }
            return [orderId, { ...answer, before }] as const
          })
          return { answers: new Map(stale), cost }
        },
      })),
    /an owner was replaced that the row does not name|told done with what it replaced/,
    50,
  ],
  [
    'a chunk that leaves whenever it can',
    (tools) =>
      withRuns(tools, ({ commit }) => ({
        commit: (writes, options) => commit(writes, { ...options, mayLeave: () => options.mayLeave() || true }),
      })),
    /sent again while the former sending could run/,
    15,
  ],
  [
    'steps that open nothing',
    (tools) =>
      withRuns(tools, ({ prepare }) => ({ prepare: (step, orders) => prepare({ ...step, opens: [] }, orders) })),
    /written before its step was stored/,
  ],
  [
    'bindings that are not looked at before the writes',
    (tools) =>
      withRuns(tools, ({ prepare, store }) => {
        const plan = new Map<unknown, Parameters<Runs['commit']>[0][number]['before']>()
        return {
          store(run) {
            for (const row of run.rows) plan.set(row.orderId, row.expected)
            return store(run)
          },
          async prepare(step, orders) {
            const prepared = await prepare(step, orders)
            const asPlanned = orders.flatMap((id) => {
              const owner = plan.get(id)
              return owner ? [[id, owner] as const] : []
            })
            return { ...prepared, bindings: plan.size > 0 ? new Map(asPlanned) : prepared.bindings }
          },
        }
      }),
    /written although somebody had changed it since the plan/,
  ],
  [
    'ends that are not written down',
    (tools) =>
      withRuns(tools, ({ prepare }) => ({ prepare: (step, orders) => prepare({ ...step, ends: [] }, orders) })),
    /never ends|finished with rows that have no end/,
  ],
  [
    'another window that goes unnoticed',
    (tools) =>
      withRuns(tools, ({ prepare }) => ({
        async prepare(step, orders) {
          const { bindings } = await prepare(step, orders)
          return { bindings }
        },
      })),
    /sent again while the former sending could run|written twice|told /,
    35,
  ],
  [
    'readings that are not waited for',
    (tools) => {
      let ahead = 0
      const wait = async (ms: number) => void (ahead += Math.max(0, ms))
      return { ...tools, clock: { ...tools.clock, now: () => performance.now() + ahead, wait } }
    },
    /sent again while the former sending could run|hangs/,
    12,
  ],
  [
    'what anybody tells of a run, believed',
    (tools) =>
      withRuns(tools, ({ read }) => ({
        async read(id) {
          const run = await read(id)
          return run && { ...run, toldBy: new Map() }
        },
      })),
    /told done, and it never was|told .+, and the portal changed it/,
    44,
  ],
  [
    'a row that is answered for another one',
    (tools) =>
      withRuns(tools, ({ commit }) => ({
        async commit(writes, options) {
          const { answers, cost } = await commit(writes, options)
          const values = [...answers.values()]
          return {
            answers: new Map([...answers.keys()].map((key, index) => [key, values.at(index - 1) ?? UNREAD])),
            cost,
          }
        },
      })),
    /an owner was replaced that the row does not name|told /,
  ],
]

const UNREAD = { outcome: 'mismatch' as const }

describe('the invariants of runs notice', () => {
  it.each(SABOTAGES)('%s', async (...[, sabotage, noticed, near = 1]) => {
    let found: string | undefined
    for (let seed = SOAK_FULL ? 1 : near; seed <= SEEDS && !found; seed++) {
      found = (await runSeed(seed, { sabotage })).violations.find((violation) => noticed.test(violation))
    }
    expect(found).toMatch(noticed)
  })
})
