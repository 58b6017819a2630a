import type { RowState, RunRow } from '@/domain/run'
import type { RunWorld } from './world'
import { isSameOwner } from '@/domain/owner'
import { ours, ownersSeen, isReverted, toRef } from './world'

/** What is believed of a row, and what became of it in truth. */
interface Belief {
  world: RunWorld
  row: RunRow
  state: RowState
  /** When it was last believed, by the portal's clock: what a window did not store somebody else may have tried again. */
  until: number
}

type Check = (belief: Belief) => string | undefined

const wasThere = ({ world, row }: Belief, owner: RunRow['after']) =>
  ownersSeen(world, row.orderId).some((seen) => isSameOwner(seen, owner))

const written = ({ world, row, until }: Belief) => ours(world, row.orderId).filter(({ at }) => at <= until)
const cannotBeKnown = ({ world, row }: Belief) => isReverted(world, row.orderId)

const checkThere: Check = (belief) => (wasThere(belief, belief.row.after) ? undefined : 'told done, and it never was')

function checkDone(belief: Belief): string | undefined {
  const { state, row, world } = belief
  if (state.kind !== 'done') return undefined
  const never = checkThere(belief)
  if (never) return never
  if (state.replaced.kind === 'not-checked' || cannotBeKnown(belief) || world.windowed.has(row.orderId))
    return undefined
  const [write] = written(belief)
  if (!write) return 'told done with what it replaced, and nothing was written'
  const named = state.replaced.kind === 'newer' ? state.replaced.owner : row.expected
  return isSameOwner(toRef(write.before), named) ? undefined : 'an owner was replaced that the row does not name'
}

const notWritten =
  (name: string): Check =>
  (belief) =>
    written(belief).length > 0 && !cannotBeKnown(belief) ? `told ${name}, and the portal changed it` : undefined

function checkOvertaken(belief: Belief): string | undefined {
  const { state } = belief
  if (state.kind !== 'overtaken') return undefined
  if (!wasThere(belief, state.now)) return 'told an owner that never was'
  const [write] = written(belief)
  const count = written(belief).length
  const isKnown = write && state.replaced !== undefined && !belief.world.windowed.has(belief.row.orderId)
  if (isKnown && !cannotBeKnown(belief) && !isSameOwner(state.replaced ?? null, toRef(write.before)))
    return 'told that it replaced an owner which it did not'
  if (state.ours === 'written' && count === 0) return 'told written, and it was not'
  return state.ours === 'not-written' && count > 0 && !cannotBeKnown(belief)
    ? 'told not written, and it was'
    : undefined
}

function checkLeftAlone(belief: Belief): string | undefined {
  const { state } = belief
  if (state.kind === 'left-alone' && !wasThere(belief, state.now)) return 'told an owner that never was'
  return notWritten('left alone')(belief)
}

const CHECKS: Record<RowState['kind'], Check> = {
  // Somebody else may have gone on with the run.
  'waiting': () => undefined,
  'open': () => undefined,
  'done': checkDone,
  'already-so': (belief) =>
    wasThere(belief, belief.row.after) ? notWritten('already so')(belief) : 'told already so, and it never was',
  'left-alone': checkLeftAlone,
  'overtaken': checkOvertaken,
  'order-gone': ({ world, row }) =>
    world.local.data.orders.has(row.orderId) ? 'told that there is no such order, and there is' : undefined,
  'not-done': notWritten('not done'),
  'unknown': () => undefined,
}

/** What is believed of all rows. */
interface Beliefs {
  rows: readonly RunRow[]
  states: readonly RowState[]
  until?: number | undefined
  /** Places of rows that a forger tells of: their name stands beside it. */
  forged?: ReadonlySet<number>
}

/** Compares what is believed of a run with the portal's history. */
export function checkBelief(
  world: RunWorld,
  { rows, states, until = Number.POSITIVE_INFINITY, forged = new Set() }: Beliefs,
): string[] {
  if (states.length !== rows.length) return ['a run has other rows than its plan']
  return rows.flatMap((row, place) => {
    const state = states[place] ?? { kind: 'waiting' }
    const belief = { world, row, state, until }
    // What somebody claims of the owner before nobody can know; that it is done shows itself.
    const isClaim = forged.has(place) && state.kind === 'done'
    const violation = isClaim ? checkThere(belief) : CHECKS[state.kind](belief)
    return violation ? [`${violation} (order ${row.orderId})`] : []
  })
}

/** Nothing is written that is not in the plan, and nothing twice. */
export function checkWrites(world: RunWorld, rows: readonly RunRow[]): string[] {
  const byOrder = new Map<number, RunRow>(rows.map((row) => [row.orderId, row]))
  const all = world.local.bindingHistory.filter(({ user }) => user !== null)
  const outside = all.some(({ orderId, after }) => {
    const row = byOrder.get(orderId)
    return !row || !isSameOwner(row.after, toRef(after))
  })
  const twice = rows.filter(({ orderId }) => ours(world, orderId).length > 1 && !isReverted(world, orderId))
  return [
    ...(outside ? ['something outside the plan was written'] : []),
    ...twice.map(({ orderId }) => `written twice (order ${orderId})`),
  ]
}

/** What nobody has opened was not written. */
export function checkWaiting(world: RunWorld, rows: readonly RunRow[], states: readonly RowState[]): string[] {
  const isWritten = rows.some((row, place) => states[place]?.kind === 'waiting' && ours(world, row.orderId).length > 0)
  return isWritten ? ['told waiting, and the portal changed it'] : []
}
