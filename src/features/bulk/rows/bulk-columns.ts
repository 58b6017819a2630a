import type { GridColumn } from '@/ui/grid/GridTable.vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const WHOLE_LINE = '@max-[40rem]/grid:col-span-2'

/** Classes of the cells, by the column. As a card: number and sum, then the others below each other, with their names. */
export const BULK_CELLS = {
  tick: 'pe-0! @max-[40rem]/grid:absolute @max-[40rem]/grid:start-3 @max-[40rem]/grid:top-1',
  order: '@max-[40rem]/grid:order-1',
  sum: 'text-end! tabular-nums @max-[40rem]/grid:order-2',
  customer: `@max-[40rem]/grid:order-3 ${WHOLE_LINE}`,
  before: `@max-[40rem]/grid:order-4 ${WHOLE_LINE}`,
  after: `@max-[40rem]/grid:order-5 ${WHOLE_LINE}`,
  what: `@max-[40rem]/grid:order-6 ${WHOLE_LINE}`,
  action: 'text-end! @max-[40rem]/grid:order-7 @max-[40rem]/grid:empty:hidden',
} as const

type Head = readonly [key: keyof typeof BULK_CELLS, text: string, width: string, isHeadHidden?: boolean]

/** Rows come and go, so that columns have fixed widths; the customer takes what is left. An order has room for its line in a list of 20,000. */
const PLAN_HEADS: readonly Head[] = [
  ['tick', 'what', 'w-10'],
  ['order', 'order', 'w-20 @min-[56rem]/grid:w-26'],
  ['customer', 'customer', ''],
  ['sum', 'sum', 'w-23 @min-[56rem]/grid:w-26'],
  ['before', 'before', 'w-1/5 @min-[56rem]/grid:w-50'],
  ['after', 'after', 'w-1/5 @min-[56rem]/grid:w-50'],
  ['what', 'what', 'w-32 @min-[56rem]/grid:w-46'],
]

const RUN_HEADS: readonly Head[] = [
  ['order', 'order', 'w-20 @min-[56rem]/grid:w-26'],
  ['customer', 'customer', ''],
  ['sum', 'sum', 'w-24 @min-[56rem]/grid:w-26'],
  ['after', 'to', 'w-40 @min-[56rem]/grid:w-58'],
  ['what', 'outcome', 'w-46 @min-[56rem]/grid:w-65'],
]

const REPORT_HEADS: readonly Head[] = [...RUN_HEADS, ['action', 'action', 'w-26 @min-[56rem]/grid:w-29', true]]

const HEADS = { plan: PLAN_HEADS, run: RUN_HEADS, report: REPORT_HEADS }

/** The column heads of a plan, of a run or of a report. */
export function useBulkColumns(of: keyof typeof HEADS) {
  const { t } = useI18n()
  return computed((): GridColumn[] =>
    HEADS[of].map(([key, text, width, isHeadHidden = false]) => ({
      key,
      label: t(`bulk.head.${text}`),
      class: BULK_CELLS[key],
      width,
      isHeadHidden,
    })),
  )
}
