import type { OrderQuery } from '@/portal/portal'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'

/** How long a person may pause while typing before the portal is asked, in milliseconds. */
export const TYPING_PAUSE = 300

export type PaymentFilter = 'any' | 'paid' | 'not-paid'

/** What a person looks for among the orders. */
export function useOrderCriteria() {
  const typed = ref('')
  /** Empty for every status. */
  const statusCode = ref('')
  const payment = ref<PaymentFilter>('any')
  const wanted = computed(() => typed.value.trim())
  const text = refDebounced(wanted, TYPING_PAUSE)

  const asked = computed((): OrderQuery => ({
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
    asked,
    clear,
    isTyping: computed(() => wanted.value !== text.value),
    isNarrowed: computed(() => Object.keys(asked.value).length > 0),
  }
}
