import type { Ref } from 'vue'
import type { Binding } from '@/domain/binding'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { Cursor } from '@/domain/page'
import type { OrderSuggestions, SuggestedOrder } from '@/domain/suggested-orders'
import type { OrderQuery, ScanQuery, OrderScan } from '@/portal/order-queries'
import type { FoundWithOwners, OrderWithOwner, OwnedOrders, Portal } from '@/portal/portal'
import { PortalFailure } from '@/domain/failure'
import { refOf } from '@/domain/owner'
import { toShownFailure } from '@/ui/shown-failure'

/** An order with its owner, or with none. */
export type OwnerRow = readonly [OrderId, OwnerRef | null]
export type KeepOwners = (rows: readonly OwnerRow[]) => void

interface OwnerStore {
  /** Why owners could not be read. */
  failure: Ref<PortalFailure | undefined>
  beginReading: () => KeepOwners
  cacheOwners: (read: readonly OwnerState[]) => void
  loadOwners: (wanted: readonly OwnerRef[]) => Promise<void>
}

const toRows = (bindings: readonly Binding[]): OwnerRow[] => bindings.map(({ orderId, owner }) => [orderId, owner])

const toOwnerRow = ({ order, owner }: SuggestedOrder): OwnerRow[] => (owner === undefined ? [] : [[order.id, owner]])

/** Keeps the owners that a search by owners tells: nobody needs to ask again. */
function withKept(scan: OrderScan, { beginReading, cacheOwners }: Pick<OwnerStore, 'beginReading' | 'cacheOwners'>) {
  return {
    async next() {
      const keep = beginReading()
      const step = await scan.next()
      cacheOwners([...step.owners.values()].filter((owner) => owner !== null))
      keep([...step.owners].map(([id, owner]) => [id, owner && refOf(owner)]))
      return step
    },
  }
}

/** Reads orders together with who owns them; the owners are kept, and those that did not come along are read by themselves. */
export function useReadsWithOwners(portal: Portal, { failure, beginReading, cacheOwners, loadOwners }: OwnerStore) {
  async function readOfOwner(owner: OwnerRef, cursor?: Cursor): Promise<OwnedOrders> {
    const keep = beginReading()
    const page = await portal.orders.readOfOwner(owner, cursor)
    keep(toRows(page.rows))
    return page
  }

  async function findWithOwners(query: OrderQuery): Promise<FoundWithOwners> {
    const keep = beginReading()
    const page = await portal.orders.findWithOwners(query)
    keep(toRows(page.bindings))
    return page
  }

  async function suggestFor(owner: OwnerRef): Promise<OrderSuggestions[]> {
    const keep = beginReading()
    const groups = await portal.orders.suggestFor(owner)
    keep(groups.flatMap(({ rows }) => rows.flatMap(toOwnerRow)))
    return groups
  }

  const scan = (query: ScanQuery): OrderScan => withKept(portal.orders.scan(query), { beginReading, cacheOwners })

  /** Gives the order; `failure` says why its owner could not be read. */
  async function readWithOwner(id: OrderId): Promise<OrderWithOwner['order']> {
    const keep = beginReading()
    try {
      const { order, owner } = await portal.orders.readWithOwner(id)
      failure.value = owner instanceof PortalFailure ? toShownFailure(owner) : undefined
      if (!(owner instanceof PortalFailure)) noteOwner(owner, (ref) => keep([[id, ref]]))
      return order instanceof PortalFailure ? toShownFailure(order) : order
    } catch (error) {
      failure.value = toShownFailure(error)
      return failure.value
    }
  }

  function noteOwner(owner: OwnerState | null, keep: (ref: OwnerRef | null) => void): void {
    const ref = owner && refOf(owner)
    keep(ref)
    if (owner?.kind === 'present') cacheOwners([owner])
    else if (ref) void loadOwners([ref])
  }

  return { readOfOwner, findWithOwners, suggestFor, scan, readWithOwner }
}
