import type { Ask } from './ask'
import type { GuardedMoves } from './guarded-moves'
import type { Journal } from './journal'
import type { Portal } from './portal'
import type { SuggestionParts } from './suggesting'
import type { Transport } from './transport'
import { writeBinding } from './binding-write'
import { createFindClients } from './client-search'
import { createJournal } from './create-journal'
import { createGuardedMoves } from './guarded-moves'
import { createReadOrderPage } from './newest-orders'
import { createReadContents } from './order-contents'
import { createFindOrderIds } from './order-ids-of-clients'
import { createFindByNumbers } from './order-numbers'
import { createCountOrders, createCountUnbound, createScanOrders } from './order-scan'
import { createFindOrders } from './order-search'
import { createFindOrdersOfCustomers } from './orders-of-customers'
import { createReadOwnerPage } from './owner-page'
import { createFindOwners } from './owner-search'
import { createFindOwnersOfCustomers } from './owners-of-customers'
import { createStorageTrial } from './storage-trial'
import { createSuggesting } from './suggesting'

/** What is asked with, and what the portal's first reads lend. */
export interface OnDemandParts extends Omit<SuggestionParts, 'findNewest'> {
  ask: Ask
  askUnbatched: Ask
  transport: Pick<Transport, 'batch'>
  settings: Pick<Portal['settings'], 'read'>
  owners: Pick<Portal['owners'], 'read' | 'readListed' | 'readTypeName'>
}

/** What no page needs to be usable. */
export interface OnDemand {
  orders: Pick<
    Portal['orders'],
    'find' | 'findOfCustomers' | 'findByNumbers' | 'suggestFor' | 'count' | 'countUnbound' | 'scan' | 'readContents'
  >
  owners: Pick<Portal['owners'], 'find' | 'findOfCustomers' | 'suggestFor'>
  bindings: Pick<Portal['bindings'], 'prepareMove' | 'write'>
  /** For runs, whose moves are guarded by the same proof. */
  guardedMoves: GuardedMoves
  journal: Journal
  storage: Portal['storage']
}

/** Makes what is asked for on demand. It is loaded as one file: see `late-reads.ts`. */
export function createOnDemand(given: OnDemandParts): OnDemand {
  const { ask, askUnbatched, transport, settings, owners, ...parts } = given
  const readOrders = createReadOrderPage(ask)
  const readOwners = createReadOwnerPage(ask)
  const findClients = createFindClients(ask)
  const findOrderIds = createFindOrderIds(ask)
  const find = createFindOrders(readOrders)
  const suggesting = createSuggesting(ask, { ...parts, findNewest: () => find({}) })
  const guardedMoves = createGuardedMoves(transport, () => settings.read().guardedMoves)
  return {
    orders: {
      find,
      findOfCustomers: createFindOrdersOfCustomers({ findClients, findOrderIds, readPage: readOrders }),
      findByNumbers: createFindByNumbers(ask),
      suggestFor: suggesting.forOwner,
      countUnbound: createCountUnbound(ask),
      count: createCountOrders(ask),
      scan: createScanOrders(ask, owners),
      readContents: createReadContents(ask),
    },
    owners: {
      find: createFindOwners({ readPage: readOwners, readTypeName: owners.readTypeName }),
      findOfCustomers: createFindOwnersOfCustomers(findClients, readOwners),
      suggestFor: suggesting.forOrder,
    },
    bindings: {
      prepareMove: (binding) => guardedMoves.prove(binding),
      write: (wish, before, options) => writeBinding(transport, { wish, before, ...options }, guardedMoves.isProven()),
    },
    guardedMoves,
    journal: createJournal(ask, askUnbatched),
    storage: createStorageTrial(askUnbatched),
  }
}
