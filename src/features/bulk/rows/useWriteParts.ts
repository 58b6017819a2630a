import type { WriteCounts } from '@/features/bulk/plan/plan-kinds'
import { useI18n } from 'vue-i18n'
import { PLANNED } from '@/domain/plan'
import { useFormat } from '@/i18n/use-format'

/** Names what is written: "bind 61, move 128"; kinds without orders are left out. */
export function useWriteParts() {
  const { t } = useI18n()
  const format = useFormat()
  return (counts: WriteCounts): string =>
    PLANNED.filter((kind) => counts[kind] > 0)
      .map((kind) => t(`bulk.part.${kind}`, { n: format.number(counts[kind]) }))
      .join(', ')
}
