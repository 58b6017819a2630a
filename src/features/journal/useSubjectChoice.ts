import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import type { Owner, OwnerRef, OwnerState } from '@/domain/owner'
import type { OwnerType } from '@/domain/owner-type'
import { computed, shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'
import { orderId, ownerId } from '@/domain/id'
import { ownerKey, refOf } from '@/domain/owner'
import { readTypedOrder } from '@/domain/typed-order'
import { readTypedOwner } from '@/domain/typed-owner'
import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'
import { useSearchText } from '@/features/search/useSearchText'

/** What the journal is narrowed to: the changes of an order, or those that took orders to an owner or away from it. */
export type Subject = { kind: 'order'; order: Order | OrderStub } | { kind: 'owner'; owner: OwnerState }

/** How many owners of a type are offered. */
const MOST_OF_A_TYPE = 4

export const keyOf = (subject: Subject): string =>
  subject.kind === 'order' ? `${subject.order.id}` : ownerKey(refOf(subject.owner))

/** Gives nothing where it may not be read: people without the right find things by their ids. */
async function ifAllowed<Row>(read: Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await read
  } catch (error) {
    rethrowUnlessFailure(error)
    return []
  }
}

/** Finds the orders whose very number or id is typed. One that is gone is found by its id. */
function useFindOrders() {
  const { orders } = usePortal()
  return async (wanted: string): Promise<(Order | OrderStub)[]> => {
    const read = readTypedOrder(wanted)
    if (!read) return []
    const isMeant = ({ id, number }: Order) => id === read.id || [read.number, ...read.otherNumbers].includes(number)
    const meant = await ifAllowed(orders.find({ text: wanted }).then(({ rows }) => rows.filter(isMeant)))
    if (meant.length > 0) return [...meant]
    return read.id === undefined ? [] : [{ id: orderId(read.id) }]
  }
}

/** Finds owners of all types by title, id or address. One that is gone is found by its id. */
function useFindOwners() {
  const { owners, ownerTypes } = usePortal()
  const types = useOwnerTypesStore()

  function goneOf(wanted: string, type: OwnerType, found: readonly Owner[]): OwnerRef | undefined {
    const { id, idOfType } = readTypedOwner(wanted, { names: [type.name.toLowerCase()] }) ?? {}
    const isOther = idOfType !== undefined && idOfType !== type.name.toLowerCase()
    if (id === undefined || isOther || found.some(({ ref }) => ref.id === id)) return undefined
    return { typeId: type.id, id: ownerId(id) }
  }

  async function ofType(wanted: string, type: OwnerType): Promise<OwnerState[]> {
    const reading = owners.find({ typeId: type.id, text: wanted }).then(({ rows }) => rows.slice(0, MOST_OF_A_TYPE))
    const found = await ifAllowed(reading)
    const gone = goneOf(wanted, type, found)
    const read = gone ? await ifAllowed(owners.read([gone]).then((states) => [...states.values()])) : []
    return [
      ...found.map((owner) => ({ kind: 'present' as const, owner })),
      ...read.filter(({ kind }) => kind === 'gone'),
    ]
  }

  return async (wanted: string): Promise<OwnerState[]> => {
    await types.load()
    const listed = types.state.kind === 'ready' ? types.state.types : []
    const searchable = listed.filter(({ id }) => ownerTypes.isSearchable(id))
    return (await Promise.all(searchable.map((type) => ofType(wanted, type)))).flat()
  }
}

/** Finds what is typed, orders first: several may be meant, the first of them unless another one is picked. */
export function useSubjectChoice() {
  const { typed, text, isTyping } = useSearchText()
  const candidates = shallowRef<readonly Subject[]>([])
  const picked = shallowRef<Subject>()
  const isSearching = shallowRef(false)
  const [findOrders, findOwners] = [useFindOrders(), useFindOwners()]

  async function find(wanted: string): Promise<Subject[]> {
    const [orders, owners] = await Promise.all([findOrders(wanted), findOwners(wanted)])
    const present = owners.filter(({ kind }) => kind === 'present')
    const isOrderKnown = orders.some((order) => 'number' in order)
    // What is gone is meant only where nothing that is there may be.
    const meantOrders = isOrderKnown || present.length === 0 ? orders : []
    const meantOwners = isOrderKnown || present.length > 0 ? present : owners
    return [
      ...meantOrders.map((order) => ({ kind: 'order' as const, order })),
      ...meantOwners.map((owner) => ({ kind: 'owner' as const, owner })),
    ]
  }

  watch(text, async (wanted) => {
    candidates.value = []
    picked.value = undefined
    isSearching.value = wanted !== ''
    if (wanted === '') return
    const found = await find(wanted)
    if (text.value !== wanted) return
    isSearching.value = false
    candidates.value = found
    picked.value = found[0]
  })

  /** `none`: nothing is called so. */
  const state = computed((): 'any' | 'searching' | 'none' | { orderId: OrderId } | { owner: OwnerRef } => {
    if (typed.value.trim() === '' && text.value === '') return 'any'
    if (isTyping.value || isSearching.value) return 'searching'
    if (!picked.value) return 'none'
    return picked.value.kind === 'order' ? { orderId: picked.value.order.id } : { owner: refOf(picked.value.owner) }
  })

  return { typed, candidates, picked, state }
}
