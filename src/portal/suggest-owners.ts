import type { OrderId } from '@/domain/id'
import type { Owner, OwnerRef } from '@/domain/owner'
import type { OwnerCandidate, WantingOrder } from '@/domain/suggested-owners'
import type { TwinOrder } from '@/domain/twin'
import type { Ask } from './ask'
import type { Portal } from './portal'
import type { ProductsByOwner, ReadProducts } from './product-rows'
import type { ReadStages, StagesByCode } from './stages'
import { BEST, bestOwners, groupOwners } from '@/domain/suggested-owners'
import { orderNumberIn } from '@/domain/twin'
import { PAGE_SIZE } from '@contract/rest'
import { ifReadable } from './ask'
import { stageListOf } from './entity-types'
import { listOrders, ORDER_ROWS } from './order-rows'
import { createOwnerCandidates, NO_CANDIDATES } from './owner-candidates'
import { attempt, WHOLE_ORDER } from './suggestion-rows'

interface OwnerSources {
  readProducts: ReadProducts
  readStages: ReadStages
  readRecentOwners(): readonly OwnerRef[]
}

/** Stands for an order that could not be read: it is like nothing. */
const NO_ORDER: WantingOrder = { number: '', clients: [], products: [] }

type OrdersByNumber = ReadonlyMap<string, TwinOrder>
type StageLists = ReadonlyMap<string, StagesByCode>

const stageList = ({ ref, stage }: Owner): string | undefined => stage && stageListOf(ref.typeId, stage.pipelineId)

async function readOrder(ask: Ask, id: OrderId): Promise<WantingOrder> {
  const { result } = await ask({ method: 'sale.order.get', params: { id }, isProbe: true }, WHOLE_ORDER)
  return { ...result.order, clients: result.clients, products: result.products }
}

/** The orders that titles name: only an order tells whether an owner is its twin. */
async function readNamed(ask: Ask, candidates: readonly OwnerCandidate[]): Promise<OrdersByNumber> {
  const numbers = [...new Set(candidates.flatMap(({ owner }) => orderNumberIn(owner.title) ?? []))]
  if (numbers.length === 0) return new Map()
  const command = { ...listOrders({ '@accountNumber': numbers.slice(0, PAGE_SIZE) }), isProbe: true }
  const { rows } = (await ask(command, ORDER_ROWS)).result
  return new Map(rows.map((order) => [order.number, order]))
}

/** Only of types whose rows do not tell what is closed. */
async function readStageLists(readStages: ReadStages, candidates: readonly OwnerCandidate[]): Promise<StageLists> {
  const untold = candidates.filter(({ isOpen }) => isOpen === undefined)
  const lists = [...new Set(untold.flatMap(({ owner }) => stageList(owner) ?? []))]
  return new Map(await Promise.all(lists.map(async (list) => [list, await readStages(list)] as const)))
}

/** Gives candidates with what only other commands tell. */
function withRest(stages: StageLists, products: ProductsByOwner) {
  return (candidate: OwnerCandidate): OwnerCandidate => {
    const { owner, isOpen } = candidate
    const stage = owner.stage && stages.get(stageList(owner) ?? '')?.get(owner.stage.code)
    return {
      ...candidate,
      isOpen: isOpen ?? (stage && stage.meaning === 'in-progress'),
      products: products.get(owner.ref.id),
    }
  }
}

/**
 * Makes the suggestions of owners for an order, in two requests: the order with its clients and goods, and the newest owners; then
 * the older ones of its customer, and what the best are compared by.
 * @see api-reference/sale/order/sale-order-get.md
 */
export function createSuggestOwners(ask: Ask, sources: OwnerSources): Portal['owners']['suggestFor'] {
  const { readNewest, readOf, readOlder } = createOwnerCandidates(ask, sources.readProducts)

  return async (orderId, typeId) => {
    const recent = sources.readRecentOwners().filter((ref) => ref.typeId === typeId)
    const [order, page, chosen] = await Promise.all([
      ifReadable(readOrder(ask, orderId), NO_ORDER),
      attempt(readNewest(typeId)),
      ifReadable(readOf(typeId, recent), NO_CANDIDATES),
    ])
    const newest = 'failure' in page ? undefined : page
    const known = [...(newest ?? NO_CANDIDATES).candidates, ...chosen.candidates]
    const hasGoods = order.products.length > 0
    const best = hasGoods ? bestOwners({ order, candidates: known, recent, ordersByNumber: new Map() }) : []
    const compared = hasGoods ? BEST - best.length : 0
    const key = `owners${orderId}x${typeId}`
    const [older, ordersByNumber, stages, products] = await Promise.all([
      attempt(readOlder(typeId, { clients: order.clients, newest, compared, key })),
      ifReadable<OrdersByNumber>(readNamed(ask, known), new Map()),
      readStageLists(sources.readStages, known),
      sources.readProducts(typeId, best),
    ])
    if ('failure' in page && ('failure' in older || older.candidates.length === 0)) throw page.failure
    const rest = 'failure' in older ? { candidates: [], products: [] } : older
    const candidates = [...known, ...rest.candidates].map(withRest(stages, new Map([...products, ...rest.products])))
    return groupOwners({ order, candidates, recent, ordersByNumber })
  }
}
