import type { CheckReason } from '@/domain/check'
import { useI18n } from 'vue-i18n'

/** What is said of a check that did not pass: why, and what to do. */
export function useReasonTexts() {
  const { t } = useI18n()

  function why(reason: CheckReason): string {
    if (reason.kind === 'failure') return t(`failure.kinds.${reason.failure.kind}.why`)
    return t(`setup.checks.findings.${reason.finding}.why`, { names: (reason.names ?? []).join(', ') })
  }

  function remedy(reason: CheckReason): string {
    if (reason.kind === 'failure') return t(`failure.kinds.${reason.failure.kind}.next`)
    return t(`setup.checks.findings.${reason.finding}.next`)
  }

  return { why, remedy }
}
