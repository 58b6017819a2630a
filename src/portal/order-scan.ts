import type { Binding } from '@/domain/binding'
import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { Owner, OwnerRef, OwnerState } from '@/domain/owner'
import type { Ask } from './ask'
import type { OrderFilter } from './newest-orders'
import type { OrderQuery, ScanStep, UnboundTotals } from './order-queries'
import type { Portal } from './portal'
import { orderId } from '@/domain/id'
import { ownerKey } from '@/domain/owner'
import { PAGE_SIZE } from '@contract/rest'
import { BINDINGS, checkBindings, listBindings } from './binding-rows'
import { unreadable } from './decode'
import { inPages } from './in-pages'
import { toPeriodFilter, toOrderFilter } from './newest-orders'
import { listOrders, ORDER_ROWS } from './order-rows'
import { countLost, requireIdentified } from './row-fields'

/** One block of ids less than a batch has commands: how far the step has come is asked for as well. */
const IDS_A_STEP = 49 * PAGE_SIZE

/** How far a scan has come. */
interface Place {
  /** The newest order that was not looked at; absent where none is left. */
  newest?: Order | undefined
  /** How many orders were not looked at; absent where the portal did not count. */
  left?: number | undefined
}

/** Gives so many ids, from this one down. */
function idsFrom(first: number, count: number): OrderId[] {
  return Array.from({ length: Math.min(count, first) }, (_, place) => orderId(first - place))
}

/** Gives the newest order of this time below an id, and counts those: what lies between is not looked at. */
async function readPlace(ask: Ask, period: OrderFilter, below?: number): Promise<Place> {
  const { method, params } = listOrders(below === undefined ? period : { ...period, '<id': below })
  const { result, total } = await ask({ method, params: { ...params, start: 0 } }, ORDER_ROWS)
  requireIdentified({ rows: result.rows, lost: countLost(result) }, 'orders')
  return { newest: result.rows[0], left: total }
}

/** What of a step is wanted, whatever else the orders are narrowed by. */
interface Picked {
  ids: OrderId[]
  /** Of whom the orders are, as far as this tells. */
  owners: ScanStep['owners']
  /** How many owners could not be looked at. */
  untold: number
}

/** Reads who owns those of successive ids that have an owner. */
async function readBound(ask: Ask, ids: OrderId[]): Promise<Binding[]> {
  const filter = { '>=orderId': Math.min(...ids), '<orderId': Math.max(...ids) + 1 }
  const { result } = await ask(listBindings(filter), BINDINGS)
  return checkBindings(result, (binding) => ids.includes(binding.orderId))
}

/** Picks the orders that nobody owns. */
function pickFree(ids: OrderId[], bound: Binding[]): Picked {
  const owned = new Set(bound.map((binding) => binding.orderId))
  const free = ids.filter((id) => !owned.has(id))
  return { ids: free, owners: new Map(free.map((id) => [id, null])), untold: 0 }
}

type ReadOwners = Pick<Portal['owners'], 'read' | 'readListed'>

/** Of so many owners that lists leave out it is asked in one step whether they are gone: each is a command of its own. */
const MOST_LOOKUPS = 100

/** Makes what picks the orders whose owner is gone. Each owner is read once, those that could not be read are read again. */
function createPickGone({ read, readListed }: ReadOwners) {
  const known = new Map<string, OwnerState>()

  async function learn(refs: readonly OwnerRef[]): Promise<void> {
    const unknown = new Map(refs.filter((ref) => !known.has(ownerKey(ref))).map((ref) => [ownerKey(ref), ref]))
    const listed = unknown.size > 0 ? await readListed([...unknown.values()]) : new Map<string, Owner>()
    for (const [key, owner] of listed) {
      known.set(key, { kind: 'present', owner })
      unknown.delete(key)
    }
    for (const [key, state] of await read([...unknown.values()].slice(0, MOST_LOOKUPS)))
      if (state.kind !== 'unread') known.set(key, state)
  }

  return async (bound: Binding[]): Promise<Picked> => {
    await learn(bound.map(({ owner }) => owner))
    const states = bound.map((binding) => [binding.orderId, known.get(ownerKey(binding.owner))] as const)
    const gone = states.flatMap(([id, state]) => (state?.kind === 'gone' ? [[id, state] as const] : []))
    const untold = states.filter(([, state]) => state === undefined).length
    return { ids: gone.map(([id]) => id), owners: new Map(gone), untold }
  }
}

async function readPage(ask: Ask, ids: OrderId[], query: OrderQuery): Promise<Pick<ScanStep, 'found' | 'lost'>> {
  const { result } = await ask(listOrders({ ...toOrderFilter(query), '@id': ids }), ORDER_ROWS)
  // A filter that was not understood would give orders that have an owner.
  if (!result.rows.every(({ id }) => ids.includes(id))) throw unreadable('orders.filter')
  return { found: result.rows, lost: countLost(result) }
}

/**
 * Makes the search for orders by their owners, for which the portal has no filter: it reads who owns what in blocks of 50 ids, newest
 * first, then those orders of the step that are wanted. Where all are, owners are not asked about.
 */
export function createScanOrders(ask: Ask, owners: ReadOwners): Portal['orders']['scan'] {
  return ({ wanted, ...query }) => {
    const pickGone = createPickGone(owners)
    let total = 0
    let place: Place | undefined
    const period = toPeriodFilter(query.made)

    const toStep = (now: Place, read: Partial<ScanStep> = {}): ScanStep => {
      const looked = now.newest ? Math.max(0, total - (now.left ?? total)) : total
      const place = { looked, total, until: now.newest?.createdAt, isDone: now.newest === undefined }
      return { found: [], owners: new Map(), lost: 0, untold: 0, ...read, ...place }
    }

    async function begin(): Promise<ScanStep> {
      const counting = ask(listBindings({}, 0), BINDINGS)
      const [first, bindings] = await Promise.all([readPlace(ask, period), counting])
      place = first
      total = first.left ?? 0
      const step = toStep(first)
      const isEachBound = query.made === undefined && first.left !== undefined && bindings.total === first.left
      const isNone = wanted === 'without-owner' ? isEachBound : wanted === 'owner-gone' && bindings.total === 0
      return { ...step, isDone: step.isDone || isNone }
    }

    async function pick(ids: OrderId[]): Promise<Picked> {
      if (wanted === 'any') return { ids, owners: new Map(), untold: 0 }
      const bound = (await Promise.all(inPages(ids).map((block) => readBound(ask, block)))).flat()
      return wanted === 'without-owner' ? pickFree(ids, bound) : pickGone(bound)
    }

    async function lookBelow(newest: number): Promise<ScanStep> {
      const picking = pick(idsFrom(newest, IDS_A_STEP))
      const [{ ids, owners, untold }, next] = await Promise.all([
        picking,
        readPlace(ask, period, newest - IDS_A_STEP + 1),
      ])
      const pages = await Promise.all(inPages(ids).map((page) => readPage(ask, page, query)))
      place = next
      const found = pages.flatMap((page) => page.found)
      return toStep(next, { found, owners, untold, lost: pages.reduce((sum, page) => sum + page.lost, 0) })
    }

    return {
      async next() {
        if (!place) return begin()
        return place.newest ? lookBelow(place.newest.id) : toStep(place)
      },
    }
  }
}

/** Makes the counting of orders without an owner. One step of the search looks at so many ids, in one request or in two. */
export function createCountUnbound(ask: Ask): Portal['orders']['countUnbound'] {
  return async (): Promise<UnboundTotals> => {
    const [place, bindings] = await Promise.all([readPlace(ask, {}), ask(listBindings({}, 0), BINDINGS)])
    if (place.left === undefined || bindings.total === undefined) throw unreadable('total')
    const steps = Math.ceil((place.newest?.id ?? 0) / IDS_A_STEP)
    return { orders: place.left, bindings: bindings.total, requests: [1 + steps, 1 + 2 * steps] }
  }
}

/** Makes the counting of orders that match, whatever was typed left aside. */
export function createCountOrders(ask: Ask): Portal['orders']['count'] {
  return async (query) => {
    const { method, params } = listOrders(toOrderFilter(query))
    const { total } = await ask({ method, params: { ...params, start: 0 } }, ORDER_ROWS)
    return total
  }
}
