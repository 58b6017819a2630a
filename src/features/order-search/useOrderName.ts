import type { Order, OrderStub } from '@/domain/order'
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useOrderNamesStore } from './order-names-store'

/**
 * Names orders in rows, buttons, questions and results as people call them: by number, and by id as well where this page has shown
 * another order with the same number. `shown`: the order that the component itself brings on the screen.
 */
export function useOrderName(shown?: () => Order | OrderStub | undefined) {
  const { t } = useI18n()
  const store = useOrderNamesStore()
  if (shown) watch(shown, (order) => order && store.note(order), { immediate: true })

  /** Tells whether the number alone does not say which order is meant. */
  function isAmbiguous(order: Order | OrderStub): boolean {
    return store.isRepeated(store.findNumber(order) ?? String(order.id))
  }

  /** For a sentence that says that it is an order. */
  function nameOf(order: Order | OrderStub): string {
    const number = store.findNumber(order) ?? String(order.id)
    return isAmbiguous(order) ? t('order.numberAndId', { number, id: order.id }) : number
  }

  /** Tells whether more than the id is known. */
  const isNumberKnown = (order: Order | OrderStub): boolean => store.findNumber(order) !== undefined

  /** For a heading. */
  function titleOf(order: Order | OrderStub): string {
    return isNumberKnown(order) ? t('order.title', { number: nameOf(order) }) : t('order.stub', { id: order.id })
  }

  return { isAmbiguous, isNumberKnown, nameOf, titleOf }
}
