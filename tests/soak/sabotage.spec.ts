import type { Sabotage } from './run-seed'
import { describe, expect, it } from 'vitest'
import { PortalFailure } from '@/domain/failure'
import { runSeed } from './run-seed'

const SEEDS = 200

/** The failure as one that says that nothing ran. */
function harmless({ kind, code }: PortalFailure): PortalFailure {
  return new PortalFailure({ kind, code, changed: 'no' })
}

/** Collaborators of the engine that do it wrong, each with the invariant that must notice. */
const SABOTAGES: [name: string, sabotage: Sabotage, noticed: RegExp][] = [
  [
    'every failed write taken for one that did not run',
    (tools) => {
      const { bindings } = tools.portal
      const write: typeof bindings.write = async (...asked) => {
        try {
          const answer = await bindings.write(...asked)
          return answer.outcome instanceof PortalFailure ? { ...answer, outcome: harmless(answer.outcome) } : answer
        } catch (error) {
          throw error instanceof PortalFailure ? harmless(error) : error
        }
      }
      return { ...tools, portal: { ...tools.portal, bindings: { ...bindings, write } } }
    },
    /told not-done, and the portal changed it/,
  ],
  [
    'a reading before the write that is stale',
    (tools) => {
      const { bindings } = tools.portal
      const write: typeof bindings.write = async (wish, before, options) => ({
        ...(await bindings.write(wish, before, options)),
        before,
      })
      return { ...tools, portal: { ...tools.portal, bindings: { ...bindings, write } } }
    },
    /an owner was replaced that the change does not name/,
  ],
  [
    'a write that leaves whenever it can',
    (tools) => {
      const { bindings } = tools.portal
      const write: typeof bindings.write = (wish, before, options) =>
        bindings.write(wish, before, { ...options, mayLeave: () => options?.mayLeave?.() !== undefined })
      return { ...tools, portal: { ...tools.portal, bindings: { ...bindings, write } } }
    },
    /left \d+ ms after it was asked for/,
  ],
  [
    'a memory that keeps no end',
    (tools) => ({ ...tools, memory: { ...tools.memory, close: async () => true } }),
    /a change is remembered without an end/,
  ],
  [
    'a memory that answers before it remembers',
    (tools) => {
      const late = new Promise((resolve) => setTimeout(resolve, 10_000))
      const intend: typeof tools.memory.intend = async (change) => {
        void late.then(() => tools.memory.intend(change))
        return { change: { ...change, id: '0' } }
      }
      return { ...tools, memory: { ...tools.memory, intend } }
    },
    /written before it was remembered/,
  ],
  [
    'a write without its note',
    (tools) => {
      const { bindings } = tools.portal
      const write: typeof bindings.write = (wish, before, options) =>
        bindings.write(wish, before, { ...options, note: undefined })
      return { ...tools, portal: { ...tools.portal, bindings: { ...bindings, write } } }
    },
    /written without a note/,
  ],
  [
    'a note that names what was expected alone, and no outcome',
    (tools) => {
      const { bindings } = tools.portal
      const write: typeof bindings.write = async (wish, before, options) => {
        const answer = await bindings.write(wish, before, options)
        return { ...answer, before }
      }
      const close: typeof tools.memory.close = async ({ before, ...change }, ending) =>
        tools.memory.close({ ...change, before }, ending, true)
      return {
        ...tools,
        portal: { ...tools.portal, bindings: { ...bindings, write } },
        memory: { ...tools.memory, close },
      }
    },
    /neither the journal nor the row names/,
  ],
  [
    'a missing row taken for a write that did not run',
    (tools) => {
      const { bindings } = tools.portal
      const write: typeof bindings.write = async (...asked) => {
        const answer = await bindings.write(...asked)
        const isMissing = answer.outcome instanceof PortalFailure && answer.outcome.code === 'write'
        return isMissing ? { ...answer, outcome: new PortalFailure({ kind: 'unreadable', changed: 'no' }) } : answer
      }
      return { ...tools, portal: { ...tools.portal, bindings: { ...bindings, write } } }
    },
    /told (?:not-done|nothing), and the portal changed it/,
  ],
  [
    'readings that are not waited for',
    (tools) => {
      let now = 0
      const wait = async (ms: number) => void (now += Math.max(0, ms))
      return { ...tools, clock: { ...tools.clock, now: () => performance.now() + now, wait } }
    },
    /told not-done, and the portal changed it/,
  ],
  [
    'a clock that jumps with the date of the computer',
    (tools) => ({ ...tools, clock: { ...tools.clock, now: () => Date.now() } }),
    /told after \d+|told not-done, and the portal changed it/,
  ],
  [
    'readings without a limit',
    (tools) => ({ ...tools, clock: { ...tools.clock, within: (_ms, work) => work } }),
    /told after \d+/,
  ],
]

describe('the invariants notice', () => {
  it.each(SABOTAGES)('%s', async (_, sabotage, noticed) => {
    let found: string | undefined
    for (let seed = 1; seed <= SEEDS && !found; seed++) {
      found = (await runSeed(seed, sabotage)).violations.find((violation) => noticed.test(violation))
    }
    expect(found).toMatch(noticed)
  })
})
