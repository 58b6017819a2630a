import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { computed, shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'
import { orderId } from '@/domain/id'
import { readTypedOrder } from '@/domain/typed-order'
import { useSearchText } from '@/features/search/useSearchText'

/** Finds the order whose very number or id is typed: several may be meant. One that is gone is found by its id. */
export function useOrderChoice() {
  const { orders } = usePortal()
  const { typed, text, isTyping } = useSearchText()
  const candidates = shallowRef<readonly (Order | OrderStub)[]>([])
  const picked = shallowRef<OrderId>()
  const isSearching = shallowRef(false)

  async function find(wanted: string): Promise<(Order | OrderStub)[]> {
    const read = readTypedOrder(wanted)
    if (!read) return []
    const isMeant = ({ id, number }: Order) => id === read.id || [read.number, ...read.otherNumbers].includes(number)
    try {
      const meant = (await orders.find({ text: wanted })).rows.filter(isMeant)
      if (meant.length > 0) return meant
    } catch (error) {
      // Who may not read orders finds them by id.
      rethrowUnlessFailure(error)
    }
    return read.id === undefined ? [] : [{ id: orderId(read.id) }]
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
    picked.value = found[0]?.id
  })

  /** `none`: no such order. */
  const state = computed((): 'any' | 'searching' | 'none' | OrderId => {
    if (typed.value.trim() === '' && text.value === '') return 'any'
    return isTyping.value || isSearching.value ? 'searching' : (picked.value ?? 'none')
  })

  return { typed, candidates, picked, state }
}
