import type { Ref } from 'vue'
import type { Order, OrderStub } from '@/domain/order'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { countExact } from '@/domain/order-match'
import { readTypedOrder } from '@/domain/typed-order'

interface MatchedOrders {
  rows: Readonly<Ref<readonly (Order | OrderStub)[]>>
  /** What they are found by; empty for nothing. */
  text: () => string
  hasMore: () => boolean
}

/** What stands above found orders, by their places, where one has the very number that was typed. */
export function useMatchTitles({ rows, text, hasMore }: MatchedOrders) {
  const { t } = useI18n()
  return computed((): ReadonlyMap<number, { title: string; count?: string }> => {
    const typed = readTypedOrder(text())
    const exact = typed ? countExact(rows.value, typed) : 0
    const others = rows.value.length - exact
    if (exact === 0) return new Map()
    return new Map([
      [0, { title: t('orderSearch.exact') }],
      [exact, { title: t('orderSearch.others'), count: hasMore() ? `${others}+` : String(others) }],
    ])
  })
}
