import type { Reason } from '@/domain/suggestion'
import { useI18n } from 'vue-i18n'
import { useFormat } from '@/i18n/use-format'

/** How many reasons a row shows. */
const SHOWN_REASONS = 2

/** Says in words why something is suggested: "Same company, opened 2 days before". `suggested` is what the reasons speak of. */
export function useReasonText(suggested: 'order' | 'owner') {
  const { t } = useI18n()
  const format = useFormat()

  function wordsOf(reason: Reason): string {
    switch (reason.kind) {
      case 'same-contact':
      case 'same-company':
      case 'same-sum':
      case 'own-twin':
        return t(`suggestion.${reason.kind}`)
      case 'same-products':
        return t('suggestion.same-products', reason.count)
      case 'days-apart':
        return reason.direction === 'same-day'
          ? t(`suggestion.${suggested}.same-day`)
          : t(`suggestion.${suggested}.${reason.direction}`, reason.days)
      case 'opened':
        return t('suggestion.opened', { date: format.date(reason.at) })
      case 'twin-of':
        return t('suggestion.twin-of', { number: reason.number })
      default:
        return reason satisfies never
    }
  }

  return (reasons: readonly Reason[]): string => {
    const text = reasons.slice(0, SHOWN_REASONS).map(wordsOf).join(', ')
    return text.charAt(0).toLocaleUpperCase() + text.slice(1)
  }
}
