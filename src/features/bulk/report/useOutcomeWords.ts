import type { PlanRow } from '@/domain/plan'
import type { Outcome } from './report-kinds'
import { useI18n } from 'vue-i18n'
import { FAILURE_KINDS } from '@/domain/failure'
import { usePlanReason } from '@/features/bulk/plan/usePlanReason'
import { useOwnerText } from '@/features/bulk/rows/useOwnerText'
import { outcomeText } from './outcome-texts'

/** Says what became of a row, in words: one line, or two. */
export function useOutcomeWords() {
  const { t } = useI18n()
  const { textOf } = useOwnerText()
  const reasonOf = usePlanReason()

  const isOurs = (code: string): boolean => FAILURE_KINDS.some((kind) => kind === code)

  /** The portal's codes say something to those who help; ours are sentences. */
  function whyText(code: string): string {
    return isOurs(code) ? t(`failure.kinds.${code}.why`) : t('bulk.outcome.refused', { code })
  }

  /** `planned`: the row of the plan, which knows why nothing was to be written. */
  return (outcome: Outcome, isOver: boolean, planned?: PlanRow) => {
    const { tone, first, second, owner, also, former, code } = outcomeText(outcome, isOver)
    const reason = outcome.kind === 'not-planned' && planned ? reasonOf(planned) : undefined
    const said = [second && t(second, { owner: textOf(owner) }), also && t(also, { owner: textOf(former) })]
    const detail = code !== undefined ? whyText(code) : said.filter(Boolean).join('. ') || undefined
    return { tone, first: t(first), second: reason ?? detail }
  }
}
