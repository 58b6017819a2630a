import type { ReportState } from '@/features/bulk/store/bulk-state'
import type { ReportRow } from './outcomes'
import { computed } from 'vue'
import { useBulkStore } from '@/features/bulk/store/bulk-store'
import { repeatable, reportRows, toWish } from './outcomes'

/** The rows of a report, and what may be tried once more: by a plan, so that nothing is overwritten unseen. */
export function useReport(shown: () => ReportState) {
  const store = useBulkStore()

  const rows = computed(() => reportRows(shown().sheet))
  const again = computed(() => repeatable(rows.value))
  const lines = computed(() => {
    const { source } = shown().sheet
    const wishes = 'lines' in source ? source.lines : []
    return new Map(wishes.flatMap((line) => (line.kind === 'wish' ? [[line.orderId, line] as const] : [])))
  })

  const repeat = (some: readonly ReportRow[]): void => store.repeat(some.flatMap((row) => toWish(row, lines.value)))

  return { rows, again, repeat }
}
