import type { OrderQuery } from '@/portal/portal'
import { computed, ref } from 'vue'
import { readTypedOrder } from '@/domain/typed-order'
import { readTypedName } from '@/domain/typed-words'
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

  /** What rows are found by: a number has a part of it, or another that the text may mean. */
  const searchedTexts = computed(() => {
    const read = readTypedOrder(text.value)
    return read ? [read.number, ...read.otherNumbers, ...(readTypedName(text.value)?.words ?? [])] : []
  })

  return {
    searchedTexts,
    typed,
    statusCode,
    payment,
    query,
    clear,
    isTyping,
    isNarrowed: computed(() => Object.keys(query.value).length > 0),
  }
}
