import type { OwnerState } from '@/domain/owner'
import type { PlanState } from '@/features/bulk/store/bulk-state'
import { useI18n } from 'vue-i18n'
import { ownerKey, refOf } from '@/domain/owner'
import { isPlanned } from '@/domain/plan'
import { useOwnerText } from '@/features/bulk/rows/useOwnerText'
import { useCsvFile } from '@/ui/useCsvFile'
import { filterOf } from './plan-kinds'
import { usePlanReason } from './usePlanReason'

const HEADS = ['line', 'written', 'number', 'id', 'before', 'beforeId', 'after', 'afterId', 'what', 'why', 'takesPart']

/** Saves a plan as a file: every row, with its reason and whether it takes part. */
export function usePlanFile() {
  const { t } = useI18n()
  const { textOf } = useOwnerText()
  const reasonOf = usePlanReason()
  const saveCsv = useCsvFile()

  function ownerFields(owner: OwnerState | null | undefined): string[] {
    return owner ? [textOf(refOf(owner)), ownerKey(refOf(owner))] : ['', '']
  }

  function save({ plan, excluded }: PlanState): void {
    const lines = plan.rows.map((row, place) => {
      const { line = '', text = '', order, orderId = '', before, after, kind } = row
      const takesPart = t(`bulk.csv.${isPlanned(kind) && !excluded.has(place) ? 'yes' : 'no'}`)
      return [
        ...[`${line}`, text, order?.number ?? '', `${orderId}`],
        ...[...ownerFields(before), ...ownerFields(after)],
        ...[t(`bulk.kind.${filterOf(kind)}`), reasonOf(row) ?? '', takesPart],
      ]
    })
    saveCsv(t('bulk.plan.file'), [HEADS.map((head) => t(`bulk.csv.${head}`)), ...lines])
  }

  return { save }
}
