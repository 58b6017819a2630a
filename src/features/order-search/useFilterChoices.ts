import type { Ref } from 'vue'
import type { OrderFilterValues } from './order-filters'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePlaceText } from '@/features/owner-search/usePlaceText'
import { useSearchTexts } from '@/i18n/later/search-texts'
import { useOrderStatusesStore } from './order-statuses-store'

interface FilterChoice {
  key: 'belongs' | 'made' | 'statusCode' | 'payment'
  label: string
  /** The first one stands for any. */
  options: { value: string; label: string }[]
}

/** The filters of which one value is chosen, and what those that are on are called. */
export function useFilterChoices(filters: Readonly<Ref<OrderFilterValues>>) {
  useSearchTexts()
  const { t } = useI18n()
  const statuses = useOrderStatusesStore()
  const placeText = usePlaceText()

  const options = (...values: [value: string, key: string][]) =>
    values.map(([value, key]) => ({ value, label: t(`orderSearch.${key}`) }))

  /** Without the statuses the search works; only this filter stays away. */
  const ofStatuses = computed((): FilterChoice[] => {
    if (statuses.state.kind === 'failed') return []
    const known = statuses.state.kind === 'ready' ? statuses.state.statuses : []
    const named = known.map(({ code, name }) => ({ value: code, label: name }))
    return [{ key: 'statusCode', label: t('orderSearch.status'), options: [...options(['', 'anyStatus']), ...named] }]
  })

  const choices = computed((): FilterChoice[] => [
    {
      key: 'belongs',
      label: t('order.belongsTo'),
      options: [
        ...options(['', 'anyOwner']),
        { value: 'without-owner', label: placeText('without') },
        { value: 'owner-gone', label: placeText('goneOne') },
      ],
    },
    {
      key: 'made',
      label: t('order.date'),
      options: options(['', 'anyDay'], ['today', 'today'], ['week', 'week'], ['month', 'month'], ['range', 'range']),
    },
    ...ofStatuses.value,
    {
      key: 'payment',
      label: t('orderSearch.paid'),
      options: options(['', 'anyPaid'], ['paid', 'paidYes'], ['not-paid', 'paidNo']),
    },
  ])

  const names = computed(() =>
    choices.value.flatMap(({ key, label, options: all }) => {
      // It is no filter of the portal's: what is looked for among all is told in other words.
      if (key === 'belongs') return []
      const chosen = all.find(({ value }) => value === filters.value[key])
      return chosen && chosen !== all[0] ? [t('search.filter', { label, value: chosen.label })] : []
    }),
  )

  return { choices, names }
}
