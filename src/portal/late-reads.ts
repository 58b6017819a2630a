import type { GuardedMoves } from './guarded-moves'
import type { OnDemand, OnDemandParts } from './on-demand'
import type { OrderScan } from './order-queries'
import type { Portal } from './portal'
import { asFailure } from '@/domain/failure'
import { latePart } from '@/domain/late-code'

interface OnceLoaded extends Omit<OnDemand, 'guardedMoves'> {
  loadGuardedMoves(): Promise<GuardedMoves>
}

/** Makes a search that is there when its first step is taken. */
function lateScan(start: () => Promise<OrderScan>): OrderScan {
  let scan: OrderScan | undefined
  return {
    async next() {
      scan ??= await start()
      return scan.next()
    },
  }
}

/**
 * Makes what is asked for on demand, whose code comes when the first of it is. What is asked for in the same tick still travels as one
 * batch: all of it waits for the same.
 */
export function createLateReads(parts: OnDemandParts): OnceLoaded {
  const load = latePart(async () => (await import('./on-demand')).createOnDemand(parts))
  const scan: Portal['orders']['scan'] = (query) => lateScan(async () => (await load()).orders.scan(query))
  return {
    orders: {
      find: async (query) => (await load()).orders.find(query),
      findOfCustomers: async (query) => (await load()).orders.findOfCustomers(query),
      findByNumbers: async (numbers) => (await load()).orders.findByNumbers(numbers),
      suggestFor: async (owner) => (await load()).orders.suggestFor(owner),
      count: async (query) => (await load()).orders.count(query),
      countUnbound: async () => (await load()).orders.countUnbound(),
      scan,
      readContents: async (id) => (await load()).orders.readContents(id),
    },
    owners: {
      find: async (query) => (await load()).owners.find(query),
      findOfCustomers: async (query) => (await load()).owners.findOfCustomers(query),
      suggestFor: async (orderId, typeId) => (await load()).owners.suggestFor(orderId, typeId),
    },
    bindings: {
      // Without the code no move is made, guarded or not.
      prepareMove: async (binding) =>
        void (await load().then(({ bindings }) => bindings.prepareMove(binding), asFailure)),
      write: async (wish, before, options) => (await load()).bindings.write(wish, before, options),
    },
    loadGuardedMoves: async () => (await load()).guardedMoves,
    journal: {
      readState: async () => (await load()).journal.readState(),
      make: async (lacks) => (await load()).journal.make(lacks),
      addOutcome: async (outcome) => (await load()).journal.addOutcome(outcome),
      readReplaced: async (id) => (await load()).journal.readReplaced(id),
      find: async (query) => (await load()).journal.find(query),
      readTime: async () => (await load()).journal.readTime(),
      count: async (until) => (await load()).journal.count(until),
      removeOlder: async (until, cursor) => (await load()).journal.removeOlder(until, cursor),
    },
    storage: { tryOut: async () => (await load()).storage.tryOut() },
  }
}
