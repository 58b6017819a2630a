import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { OwnedOrders } from '@/portal/portal'
import type { OwnerOrders } from './owner-orders'
import { computed, nextTick, shallowRef, watch } from 'vue'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { toShownFailure } from '@/ui/shown-failure'
import { countHere, fromPage, listedIds, withChanges, withPage } from './owner-orders'
import { useOrdersById } from './useOrdersById'

/** Reads the orders of an owner page by page, and keeps the list right while orders are brought here and moved away. */
export function useOwnerOrders(owner: OwnerRef) {
  const store = useBindingStore()
  const orders = useOrdersById()
  const list = shallowRef<OwnerOrders>({ kind: 'pending' })
  const moreFailure = shallowRef<PortalFailure>()
  const isLoadingMore = shallowRef(false)

  async function load(): Promise<void> {
    list.value = { kind: 'pending' }
    moreFailure.value = undefined
    const seen = store.changes.length
    try {
      const page = await store.readOfOwner(owner)
      await take(page, fromPage(page, seen))
    } catch (error) {
      list.value = { kind: 'failed', failure: toShownFailure(error) }
    }
  }

  async function loadMore(): Promise<void> {
    if (list.value.kind !== 'ready' || list.value.next === undefined || isLoadingMore.value) return
    isLoadingMore.value = true
    moreFailure.value = undefined
    try {
      const page = await store.readOfOwner(owner, list.value.next)
      await take(page, withPage(list.value, page))
    } catch (error) {
      moreFailure.value = toShownFailure(error)
    } finally {
      isLoadingMore.value = false
    }
  }

  async function take(page: OwnedOrders, longer: OwnerOrders): Promise<void> {
    const ids = page.rows.map(({ orderId }) => orderId)
    orders.keep(page.orders)
    list.value = withChanges(longer, store.changes, owner)
    void nextTick(() => store.loadOwners([owner]))
    await orders.read(ids.filter((id) => !page.orders.has(id)))
  }

  watch(
    () => store.changes,
    async (changes) => {
      list.value = withChanges(list.value, changes, owner)
      if (list.value.kind === 'ready') await orders.load(list.value.ids)
    },
  )

  const isHere = (id: OrderId): boolean => store.isOwnedBy(id, owner)
  /** An order that left stays until the person has seen what became of it. */
  const shown = computed(() => listedIds(list.value).filter((id) => isHere(id) || store.taskOf(id).kind !== 'idle'))

  /** Counts by the owners as they are known now: a colleague's change may have come to light as well. */
  const total = computed(() => countHere(list.value, isHere))

  return { list, total, shown, orders, isHere, isLoadingMore, moreFailure, load, loadMore }
}
