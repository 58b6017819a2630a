import type { GridColumn } from '@/ui/grid/GridTable.vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { NARROW } from '@/ui/grid/grid-cells'

const WHOLE_LINE_OF_CARD = '@max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full'

/** Classes of the cells of an owner, by the column. As a card: title and sum, then the others below each other. */
export const OWNER_CELLS = {
  title: 'max-w-0 min-w-0 @max-[40rem]/grid:order-1 @max-[40rem]/grid:max-w-full',
  stage: `max-w-0 @max-[40rem]/grid:order-4 @max-[40rem]/grid:min-h-5 ${WHOLE_LINE_OF_CARD}`,
  customer: `max-w-0 @max-[40rem]/grid:order-3 @max-[40rem]/grid:min-h-[34px] ${WHOLE_LINE_OF_CARD}`,
  sum: `${NARROW} text-end! @max-[40rem]/grid:order-2 @max-[40rem]/grid:w-auto`,
  actions: `${NARROW} text-end! @max-[40rem]/grid:order-5 @max-[40rem]/grid:min-h-7 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:w-auto`,
} as const

/** The column heads of a list of owners of one type. */
export function useOwnerColumns(typeName: () => string) {
  const { t } = useI18n()
  return computed((): GridColumn[] => [
    { key: 'title', label: typeName(), class: OWNER_CELLS.title, width: 'w-5/12' },
    { key: 'stage', label: t('ownerSearch.stage'), class: OWNER_CELLS.stage, width: 'w-1/4' },
    { key: 'customer', label: t('order.customer'), class: OWNER_CELLS.customer, width: 'w-1/3' },
    { key: 'sum', label: t('order.sum'), class: OWNER_CELLS.sum, width: 'min-w-25' },
    {
      key: 'actions',
      label: t('order.actions'),
      class: OWNER_CELLS.actions,
      width: 'min-w-24',
      isHeadHidden: true,
    },
  ])
}
