import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OrderContents } from '@/domain/order-contents'
import { shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

type Contents =
  { kind: 'pending' } | { kind: 'ready'; contents: OrderContents } | { kind: 'failed'; failure: PortalFailure }

/** Reads what an order consists of, when it is opened and whenever it is asked to. */
export function useOrderContents(orderId: () => OrderId) {
  const portal = usePortal()
  const state = shallowRef<Contents>({ kind: 'pending' })

  async function read(id: OrderId): Promise<Contents> {
    try {
      return { kind: 'ready', contents: await portal.orders.readContents(id) }
    } catch (error) {
      return { kind: 'failed', failure: toShownFailure(error) }
    }
  }

  async function load(): Promise<void> {
    const id = orderId()
    state.value = { kind: 'pending' }
    const answer = await read(id)
    // Another order has taken the place meanwhile.
    if (id === orderId()) state.value = answer
  }

  watch(orderId, load, { immediate: true })
  return { state, load }
}
