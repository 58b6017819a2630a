import type { Order, OrderStub } from '@/domain/order'
import type { ShownOrder } from './shown-order'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useOrderName } from '@/features/order-search/useOrderName'
import { useRowOrdersStore } from './row-orders-store'

/** An order of a row as far as it is known by now, and what it is called; a line that names none is called by its place. */
export function useShownOrder(shown: () => ShownOrder) {
  const { t } = useI18n()
  const orders = useRowOrdersStore()

  const order = computed((): Order | OrderStub | undefined => {
    const { orderId, order: known } = shown()
    if (known || orderId === undefined) return known
    const facts = orders.find(orderId)
    return facts?.kind === 'known' ? facts.order : { id: orderId }
  })
  const { nameOf, titleOf } = useOrderName(() => order.value)

  const known = computed(() => (order.value && 'number' in order.value ? order.value : undefined))
  const line = computed(() => {
    const { line: place } = shown()
    return place === undefined ? undefined : t('bulk.line', { n: place })
  })
  /** For a sentence that has to say which row it is. */
  const title = computed(() => (order.value ? titleOf(order.value) : (line.value ?? t('bulk.noOrder'))))

  return { order, known, line, title, nameOf }
}
