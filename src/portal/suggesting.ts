import type { Ask } from './ask'
import type { Portal } from './portal'
import type { ReadStages } from './stages'
import { createFindOrderIds } from './order-ids-of-clients'
import { createReadProducts } from './product-rows'
import { createSuggestOrders } from './suggest-orders'
import { createSuggestOwners } from './suggest-owners'

/** What suggestions are made from, beside what they ask for themselves. */
export interface SuggestionParts {
  orders: Pick<Portal['orders'], 'read'>
  findNewest: () => ReturnType<Portal['orders']['find']>
  bindings: Pick<Portal['bindings'], 'readOfOrders'>
  options: Pick<Portal['options'], 'readRecentOwners'>
  readStages: ReadStages
}

/** Makes both suggestions. */
export function createSuggesting(ask: Ask, { orders, findNewest, bindings, options, readStages }: SuggestionParts) {
  const readProducts = createReadProducts(ask)
  return {
    forOwner: createSuggestOrders(ask, {
      findNewest,
      readOrders: orders.read,
      readBindings: bindings.readOfOrders,
      findOrderIds: createFindOrderIds(ask),
      readProducts,
    }),
    forOrder: createSuggestOwners(ask, { readProducts, readStages, readRecentOwners: options.readRecentOwners }),
  }
}
