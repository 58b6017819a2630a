import type { PlanRow } from '@/domain/plan'
import { useI18n } from 'vue-i18n'
import { refOf } from '@/domain/owner'
import { isPlanned } from '@/domain/plan'
import { useOwnerText } from '@/features/bulk/rows/useOwnerText'

/** Says why nothing happens to a row, or what is worth knowing before it is written; nothing where there is nothing to say. */
export function usePlanReason() {
  const { t } = useI18n()
  const { nameOf } = useOwnerText()

  return ({ kind, notes, after, failure }: PlanRow): string | undefined => {
    if (kind === 'already-there') return undefined
    if (isPlanned(kind)) return notes.map((note) => t(`bulk.plan.note.${note}`)).join(' · ') || undefined
    // A line that names something by an address alone has no owner that could be named.
    const key = kind === 'type-not-offered' && !after ? 'type-not-offered-line' : kind
    const reason = t(`bulk.plan.reason.${key}`, { owner: after ? nameOf(refOf(after)) : '' })
    return failure ? `${reason}: ${t(`failure.kinds.${failure.kind}.why`)}` : reason
  }
}
