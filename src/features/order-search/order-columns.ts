import type { GridColumn } from '@/ui/grid/GridTable.vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { NARROW, WIDE_ONLY } from '@/ui/grid/grid-cells'

/** Which columns a list of orders has beside those that every one has. */
export interface OrderColumns {
  /** Whom the order belongs to; a list of one owner's orders does not repeat it. */
  owner: boolean
  /** What may be done with a row; absent for people who only read. */
  actions: boolean
  /** The date stands below the number however wide the grid is: reasons need the room. */
  isDateBelow?: boolean
}

/** Classes of the cells of an order, by the column. As a card: number and sum, then the others below each other, each as high as it can become. */
export const ORDER_CELLS = {
  order: `${NARROW} @max-[40rem]/grid:order-1 @max-[40rem]/grid:w-auto @max-[40rem]/grid:whitespace-normal`,
  date: `${NARROW} ${WIDE_ONLY} tabular-nums`,
  customer:
    'w-1/4 max-w-0 @max-[40rem]/grid:order-3 @max-[40rem]/grid:min-h-[34px] @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:w-auto @max-[40rem]/grid:max-w-full',
  status:
    'w-1/4 max-w-0 @max-[40rem]/grid:order-4 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:w-auto @max-[40rem]/grid:max-w-full',
  sum: `${NARROW} text-end! @max-[40rem]/grid:order-2 @max-[40rem]/grid:w-auto`,
  owner:
    'w-1/3 max-w-0 @max-[40rem]/grid:order-5 @max-[40rem]/grid:min-h-[34px] @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:w-auto @max-[40rem]/grid:max-w-full',
  actions: `${NARROW} text-end! @max-[40rem]/grid:order-6 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:w-auto`,
} as const

/** The column heads of a list of orders. */
export function useOrderColumns(columns: () => OrderColumns) {
  const { t } = useI18n()
  return computed((): GridColumn[] => {
    const { owner, actions, isDateBelow } = columns()
    return [
      { key: 'order', label: t('order.number'), class: ORDER_CELLS.order },
      ...(isDateBelow ? [] : [{ key: 'date', label: t('order.date'), class: ORDER_CELLS.date }]),
      { key: 'customer', label: t('order.customer'), class: ORDER_CELLS.customer },
      { key: 'status', label: t('order.status'), class: ORDER_CELLS.status },
      { key: 'sum', label: t('order.sum'), class: ORDER_CELLS.sum },
      ...(owner ? [{ key: 'owner', label: t('order.belongsTo'), class: ORDER_CELLS.owner }] : []),
      ...(actions
        ? [{ key: 'actions', label: t('order.actions'), class: ORDER_CELLS.actions, isHeadHidden: true }]
        : []),
    ]
  })
}
