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

/** What stands above found orders, by their ids, where one has the very number that was typed. */
export function useMatchTitles({ rows, countExact, hasMore }: MatchedOrders) {
  const { t } = useI18n()
  return computed(() => {
    const titles = new Map<number | undefined, { title: string; count?: string }>()
    const exact = countExact(rows.value)
    const others = rows.value.length - exact
    if (exact === 0) return titles
    return titles
      .set(rows.value[0]?.id, { title: t('orderSearch.exact') })
      .set(rows.value[exact]?.id, { title: t('orderSearch.others'), count: hasMore() ? `${others}+` : String(others) })
  })
}
