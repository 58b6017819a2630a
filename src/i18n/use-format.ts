import type { Moment } from '@/domain/moment'
import type { Money } from '@/domain/money'
import { useI18n } from 'vue-i18n'
import { formatDay, formatMoment, formatMoney, formatNumber, formatTime } from './formatters'
import { toLanguageTag } from './languages'
import { useTimeZoneStore } from './time-zone-store'

/** Writes sums, dates, times and numbers in the language of the texts; dates in the person's time zone. */
export function useFormat() {
  const { locale } = useI18n()
  const timeZone = useTimeZoneStore()
  const language = () => toLanguageTag(locale.value)
  return {
    date: (value: Moment) => formatDay(language(), value, timeZone.name),
    moment: (value: Moment) => formatMoment(language(), value, timeZone.name),
    time: (value: Date) => formatTime(language(), value),
    number: (value: number) => formatNumber(language(), value),
    money: (value: Money) => formatMoney(language(), value),
  }
}
