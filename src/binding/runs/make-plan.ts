import type { OwnerTypeId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Plan, PlanLine } from '@/domain/plan'
import type { PlanParts } from '@/domain/plan-rows'
import type { PlanOrders, ReadTools } from './read-plan-orders'
import type { PlanOwners } from './read-plan-owners'
import { PortalFailure } from '@/domain/failure'
import { ownerKey } from '@/domain/owner'
import { toPlanRows } from '@/domain/plan-rows'
import { inParts, PAGE_SIZE, PAGES_AT_ONCE, readPart, readPlanOrders } from './read-plan-orders'
import { lookUpOwners, readListedOwners, readOwning, uniqueOwners } from './read-plan-owners'

export interface PlanOptions {
  /** Is told how many orders and owners were read, of how many. */
  onProgress?: (progress: { read: number; total: number }) => void
  signal?: AbortSignal
  /** What was an owner may be one again: its type need not be offered, and this person need not see it. */
  isUndo?: boolean
}

type WishLine = Extract<PlanLine, { kind: 'wish' }>

/**
 * Reads what the wishes would do; nothing once it was aborted. What could not be read is not planned, and fails its rows only.
 * @throws what concerns the whole app, or the right to read
 */
export async function makePlan(
  tools: ReadTools,
  lines: readonly PlanLine[],
  options: PlanOptions = {},
): Promise<Plan | undefined> {
  const parts = await readParts(
    tools,
    lines.filter((line) => line.kind === 'wish'),
    options,
  )
  return parts && { rows: toPlanRows(lines, parts), readAt: parts.readAt }
}

async function readParts(
  tools: ReadTools,
  wishes: readonly WishLine[],
  options: PlanOptions,
): Promise<(PlanParts & { readAt: number }) | undefined> {
  const ids = [...new Set(wishes.map(({ orderId }) => orderId))]
  const wished = uniqueOwners(wishes.flatMap(({ after }) => after ?? []))
  const onRead = countReads(ids.length + wished.length, options)
  const readAt = tools.clock.now()
  const about = await readAbout(tools, options)
  const { orders, bindings }: PlanOrders = { orders: new Map(), bindings: new Map() }
  for (const block of inParts(ids, PAGE_SIZE * PAGES_AT_ONCE)) {
    await readPlanOrders(tools, block, { orders, bindings })
    if (!onRead(block.length)) return undefined
  }
  const owners: PlanOwners = new Map()
  const leftOut = await readListedOwners(tools, wished, { owners, onRead })
  if (!leftOut) return undefined
  await lookUpOwners(tools, leftOut, owners)
  const owning = await readOwning(tools, wished)
  // Whose orders are now is shown by title where a list shows them; nothing is decided by it.
  const present = uniqueOwners([...bindings.values()].flatMap((ref) => (ref instanceof PortalFailure ? [] : [ref])))
  const isNew = (ref: OwnerRef) => !owners.has(ownerKey(ref))
  const isWhole = await readListedOwners(tools, present.filter(isNew), { owners, onRead: () => onRead(0) })
  return isWhole && { orders, bindings, owners, owning, readAt, ...about }
}

/** Tells how far the reading is, and whether it is to go on. */
function countReads(total: number, { onProgress, signal }: PlanOptions): (count: number) => boolean {
  let read = 0
  return (count) => {
    read += count
    onProgress?.({ read, total })
    return !signal?.aborted
  }
}

async function readAbout(
  { portal, clock }: ReadTools,
  { isUndo }: PlanOptions,
): Promise<{ offered: ReadonlySet<OwnerTypeId> | PortalFailure | undefined; mayWrite: boolean }> {
  const [types, right] = await Promise.all([
    isUndo ? undefined : readPart(clock, () => portal.ownerTypes.read()),
    portal.bindings.readWriteRight(),
  ])
  const offered = types instanceof PortalFailure ? types : types && new Set(types.map(({ id }) => id))
  return { offered, mayWrite: right !== 'no' }
}
