import type { Ref } from 'vue'
import type { Order, OrderStub } from '@/domain/order'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

interface MatchedOrders {
  rows: Readonly<Ref<readonly (Order | OrderStub)[]>>
  /** How many of them, on top, have the very number that was typed. */
  countExact: (rows: readonly (Order | OrderStub)[]) => number
  hasMore: () => boolean
}

/** What stands above found orders, by their places, where one has the very number that was typed. */
export function useMatchTitles({ rows, countExact, hasMore }: MatchedOrders) {
  const { t } = useI18n()
  return computed((): ReadonlyMap<number, { title: string; count?: string }> => {
    const exact = countExact(rows.value)
    const others = rows.value.length - exact
    if (exact === 0) return new Map()
    return new Map([
      [0, { title: t('orderSearch.exact') }],
      [exact, { title: t('orderSearch.others'), count: hasMore() ? `${others}+` : String(others) }],
    ])
  })
}
