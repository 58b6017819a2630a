import type { Money } from '@/domain/money'
import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { toLanguageTag } from './languages'

/** Writes sums, dates, times and numbers in the portal's language. */
export function useFormat() {
  const { locale } = useI18n()
  const language = computed(() => toLanguageTag(locale.value))
  const dates = computed(() => new Intl.DateTimeFormat(language.value, { dateStyle: 'medium' }))
  const times = computed(() => new Intl.DateTimeFormat(language.value, { timeStyle: 'medium' }))
  const numbers = computed(() => new Intl.NumberFormat(language.value))
  return reactive({
    language,
    date: (value: Date) => dates.value.format(value),
    time: (value: Date) => times.value.format(value),
    number: (value: number) => numbers.value.format(value),
    money: (value: Money) => formatMoney(value, language.value),
  })
}

function formatMoney({ amount, currency }: Money, language: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // Portals may have currencies of their own, with codes that ISO 4217 does not know the form of.
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    return `${new Intl.NumberFormat(language, digits).format(amount)} ${currency}`
  }
}
