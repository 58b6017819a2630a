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
  /** Rows can be ticked; `held`: it is not known yet whether this person may, and the room is kept. */
  ticks?: 'held' | 'shown' | undefined
  /** A row has one action, so that customers, below whom the reasons stand, have more room. */
  hasOneAction?: boolean
}

/** Classes of the cells of an order, by the column. As a card: number and sum, then the others below each other, each as high as it can become. */
export const ORDER_CELLS = {
  tick: `${NARROW} pe-0! @max-[40rem]/grid:absolute @max-[40rem]/grid:start-3 @max-[40rem]/grid:top-1`,
  order: `${NARROW} @max-[40rem]/grid:order-1 @max-[40rem]/grid:min-h-[34px] @max-[40rem]/grid:w-auto @max-[40rem]/grid:whitespace-normal`,
  date: `${NARROW} ${WIDE_ONLY} tabular-nums`,
  customer:
    'max-w-0 @max-[40rem]/grid:order-3 @max-[40rem]/grid:min-h-[34px] @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full',
  status:
    'max-w-0 @max-[40rem]/grid:order-4 @max-[40rem]/grid:min-h-5 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full',
  sum: `${NARROW} text-end! @max-[40rem]/grid:order-2 @max-[40rem]/grid:w-auto`,
  owner:
    'max-w-0 @max-[40rem]/grid:order-5 @max-[40rem]/grid:min-h-[34px] @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full',
  actions: `${NARROW} text-end! @max-[40rem]/grid:order-6 @max-[40rem]/grid:min-h-7 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:w-auto`,
} as const

function column(key: keyof typeof ORDER_CELLS, label: string, width: string): GridColumn {
  return { key, label, class: ORDER_CELLS[key], width }
}

function actionsWidth({ hasOneAction }: OrderColumns): string {
  return hasOneAction ? 'min-w-24' : 'min-w-40 @min-[56rem]/grid:min-w-48'
}

/** Shares of what is left, by column: a list without owners has two columns that take one. */
function sharesOf({ owner, hasOneAction }: OrderColumns) {
  if (!owner) return { customer: 'w-1/2', status: 'w-1/2', owner: '' }
  return hasOneAction
    ? { customer: 'w-9/20', status: 'w-1/4', owner: 'w-3/10' }
    : { customer: 'w-7/25', status: 'w-8/25', owner: 'w-2/5' }
}

/** The column heads of a list of orders. */
export function useOrderColumns(columns: () => OrderColumns) {
  const { t } = useI18n()
  return computed((): GridColumn[] => {
    const { owner, actions, isDateBelow, ticks } = columns()
    const shares = sharesOf(columns())
    return [
      ...(ticks ? [{ ...column('tick', '', 'min-w-10'), isHeadHidden: true }] : []),
      column('order', t('order.number'), isDateBelow ? 'min-w-28 @min-[56rem]/grid:min-w-36' : 'min-w-24'),
      ...(isDateBelow ? [] : [column('date', t('order.date'), 'min-w-34')]),
      column('customer', t('order.customer'), shares.customer),
      column('status', t('order.status'), shares.status),
      column('sum', t('order.sum'), 'min-w-21 @min-[56rem]/grid:min-w-25'),
      ...(owner ? [column('owner', t('order.belongsTo'), shares.owner)] : []),
      ...(actions ? [{ ...column('actions', t('order.actions'), actionsWidth(columns())), isHeadHidden: true }] : []),
    ]
  })
}
