import type { OrderStatus } from '@/domain/order'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { usePortal } from '@/context'

/** What is known of the portal's order statuses. */
type OrderStatusesState =
  { kind: 'pending' } | { kind: 'failed'; error: unknown } | { kind: 'ready'; statuses: OrderStatus[] }

/** The order statuses by their names, read once and shared by every row and by the filter. */
export const useOrderStatusesStore = defineStore('order-statuses', () => {
  const portal = usePortal()
  const state = shallowRef<OrderStatusesState>({ kind: 'pending' })
  let reading: Promise<void> | undefined

  async function read(): Promise<void> {
    try {
      state.value = { kind: 'ready', statuses: await portal.orders.readStatuses() }
    } catch (error) {
      state.value = { kind: 'failed', error }
    }
  }

  /** Reads the statuses unless they were asked for before; everyone who calls waits for the same answer. */
  function load(): Promise<void> {
    reading ??= read()
    return reading
  }

  /** Reads again after a failure. */
  function retry(): Promise<void> {
    if (state.value.kind === 'failed') reading = undefined
    return load()
  }

  /** A status by its code, which is its name where it has none that could be read; nothing while the names are not known. */
  function find(code: string): OrderStatus | undefined {
    if (state.value.kind === 'pending') return undefined
    const statuses = state.value.kind === 'ready' ? state.value.statuses : []
    return statuses.find((status) => status.code === code) ?? { code, name: code }
  }

  const error = computed(() => (state.value.kind === 'failed' ? state.value.error : undefined))

  return { state, error, load, retry, find }
})
