import type { GridColumn } from '@/ui/grid/GridTable.vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { NARROW } from '@/ui/grid/grid-cells'

const WHOLE_LINE_OF_CARD = '@max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full'

/** Classes of the cells of an order with its suggestion, by the column. As a card: order and sum, whom it belongs to, the suggestion. */
export const SUGGESTION_CELLS = {
  tick: `${NARROW} pe-0! @max-[40rem]/grid:absolute @max-[40rem]/grid:start-3 @max-[40rem]/grid:top-1`,
  order: `${NARROW} @max-[40rem]/grid:order-1 @max-[40rem]/grid:w-auto`,
  sum: `${NARROW} text-end! @max-[40rem]/grid:order-2 @max-[40rem]/grid:w-auto`,
  owner: `max-w-0 @max-[40rem]/grid:order-3 @max-[40rem]/grid:min-h-[34px] ${WHOLE_LINE_OF_CARD}`,
  suggestion: `max-w-0 @max-[40rem]/grid:order-4 @max-[40rem]/grid:min-h-[34px] ${WHOLE_LINE_OF_CARD}`,
} as const

/** The column heads of orders with their suggestions. */
export function useSuggestionColumns() {
  const { t } = useI18n()
  return computed((): GridColumn[] => {
    const column = (key: keyof typeof SUGGESTION_CELLS, label: string, width: string) => ({
      key,
      label,
      class: SUGGESTION_CELLS[key],
      width,
    })
    return [
      { ...column('tick', '', 'min-w-10'), isHeadHidden: true },
      column('order', t('order.number'), 'min-w-28'),
      column('sum', t('order.sum'), 'min-w-25'),
      column('owner', t('order.belongsTo'), 'w-2/5'),
      column('suggestion', t('selection.each.suggestion'), 'w-3/5'),
    ]
  })
}
