import type { OrderQuery } from '@/portal/portal'
import { computed, ref } from 'vue'
import { useSearchText } from '@/features/search/useSearchText'

export type PaymentFilter = 'any' | 'paid' | 'not-paid'

/** What a person looks for among the orders. */
export function useOrderCriteria() {
  const { typed, text, isTyping } = useSearchText()
  /** Empty for every status. */
  const statusCode = ref('')
  const payment = ref<PaymentFilter>('any')

  const query = computed((): OrderQuery => ({
    ...(text.value !== '' && { text: text.value }),
    ...(statusCode.value !== '' && { statusCode: statusCode.value }),
    ...(payment.value !== 'any' && { isPaid: payment.value === 'paid' }),
  }))

  function clear(): void {
    typed.value = ''
    statusCode.value = ''
    payment.value = 'any'
  }

  return {
    typed,
    statusCode,
    payment,
    query,
    clear,
    isTyping,
    isNarrowed: computed(() => Object.keys(query.value).length > 0),
  }
}
