import type { OrderId, OwnerTypeId } from './id'
import type { Order } from './order'
import type { OwnerRef, OwnerState } from './owner'
import type { LineMistake, PlanKind, PlanLine, PlanNote, PlanRow } from './plan'
import { stepFor } from './binding'
import { PortalFailure } from './failure'
import { isSameMoney } from './money'
import { isSameOwner, ownerKey } from './owner'
import { isPlanned } from './plan'

/** What was read for a plan; a failure stands where a part could not be read. */
export interface PlanParts {
  /** Orders that do not exist, or that this person does not see, are absent. */
  orders: ReadonlyMap<OrderId, Order | PortalFailure>
  /** Orders without an owner are absent. */
  bindings: ReadonlyMap<OrderId, OwnerRef | PortalFailure>
  /** By `ownerKey`. */
  owners: ReadonlyMap<string, OwnerState | PortalFailure>
  /** What may own orders. Nothing where whatever was an owner may be one again, seen by this person or not: something is taken back. */
  offered: ReadonlySet<OwnerTypeId> | PortalFailure | undefined
  mayWrite: boolean
  /** Owners that have orders already, by `ownerKey`, as far as that was read. */
  owning: ReadonlySet<string>
}

type WishLine = Extract<PlanLine, { kind: 'wish' }>

const KIND_OF_MISTAKE: Record<LineMistake, PlanKind> = {
  'unreadable-order': 'unreadable',
  'unreadable-owner': 'unreadable',
  'type-not-offered': 'type-not-offered',
  'ambiguous': 'ambiguous',
  'order-missing': 'order-missing',
}

/** Gives the rows of a plan, one a line, in their order. */
export function toPlanRows(lines: readonly PlanLine[], parts: PlanParts): PlanRow[] {
  const counted = countedLines(lines)
  return lines.map((line) => {
    if (line.kind === 'wish') return toRow(line, parts, counted.has(line))
    return { kind: KIND_OF_MISTAKE[line.mistake], line: line.line, text: line.text, notes: [] }
  })
}

/** The lines that count: of those that name the same order the first one where all wish the same, none where they do not. */
function countedLines(lines: readonly PlanLine[]): ReadonlySet<PlanLine> {
  const first = new Map<OrderId, WishLine>()
  const counted = new Set<PlanLine>()
  for (const line of lines) {
    if (line.kind !== 'wish') continue
    const former = first.get(line.orderId)
    if (former === undefined) {
      first.set(line.orderId, line)
      counted.add(line)
    } else if (!isSameOwner(former.after, line.after)) counted.delete(former)
  }
  return counted
}

/** What is decided of one line. */
type Decision = Pick<PlanRow, 'kind' | 'failure'>

function toRow(wish: WishLine, parts: PlanParts, isCounted: boolean): PlanRow {
  const { orderId, line } = wish
  const order = known(parts.orders.get(orderId))
  const before = beforeOf(wish, parts)
  const after = afterOf(wish, parts)
  const decision: Decision = isCounted ? decide(wish, parts) : { kind: 'duplicate' }
  return {
    ...decision,
    orderId,
    ...(line !== undefined && { line }),
    ...(order && { order }),
    ...(before !== undefined && { before }),
    after,
    notes: isPlanned(decision.kind) ? notesOn({ order, after }, parts) : [],
  }
}

const known = <Value>(part: Value | PortalFailure | undefined) => (part instanceof PortalFailure ? undefined : part)

const stateIn = ({ owners }: PlanParts, ref: OwnerRef): OwnerState =>
  known(owners.get(ownerKey(ref))) ?? { kind: 'unread', ref }

function beforeOf({ orderId }: WishLine, parts: PlanParts): OwnerState | null | undefined {
  const ref = parts.bindings.get(orderId)
  if (ref instanceof PortalFailure) return undefined
  return ref ? stateIn(parts, ref) : null
}

function afterOf({ after }: WishLine, parts: PlanParts): OwnerState | null {
  return after && stateIn(parts, after)
}

const notRead = (failure: PortalFailure): Decision => ({ kind: 'not-read', failure })

function decide(wish: WishLine, parts: PlanParts): Decision {
  const order = parts.orders.get(wish.orderId)
  const ref = parts.bindings.get(wish.orderId)
  if (order instanceof PortalFailure) return notRead(order)
  if (ref instanceof PortalFailure) return notRead(ref)
  if (!order) return { kind: 'order-missing' }
  const now = ref ?? null
  const step = stepFor(now, wish.after)
  if (step === 'nothing') return { kind: 'already-there' }
  if (wish.from !== undefined && !isSameOwner(now, wish.from)) return { kind: 'changed-since' }
  const obstacle = wish.after && obstacleOf(wish.after, parts)
  if (obstacle) return obstacle
  if (!parts.mayWrite) return { kind: 'no-right' }
  return { kind: step === 'unbind' ? 'detach' : step }
}

/** Why an order cannot be brought to this owner. */
function obstacleOf(after: OwnerRef, { offered, owners }: PlanParts): Decision | undefined {
  if (offered instanceof PortalFailure) return notRead(offered)
  if (offered && !offered.has(after.typeId)) return { kind: 'type-not-offered' }
  const state = owners.get(ownerKey(after))
  if (state instanceof PortalFailure) return notRead(state)
  switch (state?.kind) {
    case 'present':
      return undefined
    case 'gone':
      return { kind: 'owner-missing' }
    case 'hidden':
      return offered && { kind: 'owner-hidden' }
    case 'unread':
    case undefined:
      return { kind: 'not-read' }
    default:
      return state satisfies never
  }
}

function notesOn({ order, after }: Pick<PlanRow, 'order' | 'after'>, { owning }: PlanParts): PlanNote[] {
  const owner = after?.kind === 'present' ? after.owner : undefined
  const notes: PlanNote[] = []
  if (order?.isPaid) notes.push('paid')
  if (order?.sum && owner?.sum && !isSameMoney(order.sum, owner.sum)) notes.push('sums-differ')
  if (owner && owning.has(ownerKey(owner.ref))) notes.push('owner-has-orders')
  return notes
}
