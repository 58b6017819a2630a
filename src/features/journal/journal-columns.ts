import type { GridColumn } from '@/ui/grid/GridTable.vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { NARROW } from '@/ui/grid/grid-cells'

/** Classes of the cells of an entry, by the column. As a card: order and time, what was changed, who, how it ended. */
export const JOURNAL_CELLS = {
  when: `${NARROW} tabular-nums @max-[40rem]/grid:order-2 @max-[40rem]/grid:w-auto`,
  order: `${NARROW} @max-[40rem]/grid:order-1 @max-[40rem]/grid:w-auto @max-[40rem]/grid:whitespace-normal`,
  change:
    'max-w-0 @max-[40rem]/grid:order-3 @max-[40rem]/grid:min-h-[34px] @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full',
  who: 'max-w-0 @max-[40rem]/grid:order-4 @max-[40rem]/grid:min-h-5 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full',
  end: 'max-w-0 @max-[40rem]/grid:order-5 @max-[40rem]/grid:min-h-5 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:max-w-full',
  undo: `${NARROW} text-end! @max-[40rem]/grid:order-6 @max-[40rem]/grid:col-span-2 @max-[40rem]/grid:w-auto`,
} as const

/** The column heads of the journal. */
export function useJournalColumns() {
  const { t } = useI18n()
  const column = (key: keyof typeof JOURNAL_CELLS, width: string): GridColumn => ({
    key,
    label: t(`journalPage.head.${key}`),
    class: JOURNAL_CELLS[key],
    width,
  })
  return computed((): GridColumn[] => [
    column('order', 'min-w-24'),
    column('when', 'min-w-34'),
    column('change', 'w-2/5'),
    column('who', 'w-1/5'),
    column('end', 'w-2/5'),
    { ...column('undo', 'min-w-21'), isHeadHidden: true },
  ])
}
