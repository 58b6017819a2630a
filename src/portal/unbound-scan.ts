import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { Ask } from './ask'
import type { OrderFilter } from './newest-orders'
import type { Portal, ScanStep, UnboundQuery, UnboundTotals } from './portal'
import { orderId } from '@/domain/id'
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

/** Gives those of successive ids that no binding names. */
async function readFree(ask: Ask, ids: OrderId[]): Promise<OrderId[]> {
  const filter = { '>=orderId': Math.min(...ids), '<orderId': Math.max(...ids) + 1 }
  const { result } = await ask(listBindings(filter), BINDINGS)
  const bound = checkBindings(result, (binding) => ids.includes(binding.orderId)).map((binding) => binding.orderId)
  return ids.filter((id) => !bound.includes(id))
}

async function readPage(ask: Ask, ids: OrderId[], query: UnboundQuery): Promise<Pick<ScanStep, 'found' | 'lost'>> {
  const { result } = await ask(listOrders({ ...toOrderFilter(query), '@id': ids }), ORDER_ROWS)
  // A filter that was not understood would give orders that have an owner.
  if (!result.rows.every(({ id }) => ids.includes(id))) throw unreadable('orders.filter')
  return { found: result.rows, lost: countLost(result) }
}

/**
 * Makes the search for orders without an owner, for which the portal has no filter: it reads who owns what in blocks of 50 ids, newest
 * first, then those orders of the step that nobody owns.
 */
export function createScanUnbound(ask: Ask): Portal['orders']['scanUnbound'] {
  return (query) => {
    let total = 0
    let place: Place | undefined
    const period = toPeriodFilter(query.made)

    const toStep = (now: Place, { found, lost }: Pick<ScanStep, 'found' | 'lost'>): ScanStep => {
      const looked = now.newest ? Math.max(0, total - (now.left ?? total)) : total
      return { found, lost, looked, total, until: now.newest?.createdAt, isDone: now.newest === undefined }
    }

    async function begin(): Promise<ScanStep> {
      const counting = ask(listBindings({}, 0), BINDINGS)
      const [first, bindings] = await Promise.all([readPlace(ask, period), counting])
      place = first
      total = first.left ?? 0
      const step = toStep(first, { found: [], lost: 0 })
      const isEachBound = query.made === undefined && first.left !== undefined && bindings.total === first.left
      return { ...step, isDone: step.isDone || isEachBound }
    }

    async function lookBelow(newest: number): Promise<ScanStep> {
      const blocks = inPages(idsFrom(newest, IDS_A_STEP))
      const reading = Promise.all(blocks.map((ids) => readFree(ask, ids)))
      const [free, next] = await Promise.all([reading, readPlace(ask, period, newest - IDS_A_STEP + 1)])
      const pages = await Promise.all(inPages(free.flat()).map((ids) => readPage(ask, ids, query)))
      place = next
      const found = pages.flatMap((page) => page.found)
      return toStep(next, { found, lost: pages.reduce((sum, page) => sum + page.lost, 0) })
    }

    return {
      async next() {
        if (!place) return begin()
        return place.newest ? lookBelow(place.newest.id) : toStep(place, { found: [], lost: 0 })
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
