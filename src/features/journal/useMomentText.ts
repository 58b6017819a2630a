import type { Moment } from '@/domain/moment'
import { useI18n } from 'vue-i18n'
import { useFormat } from '@/i18n/use-format'

/** Writes when something was changed, in the person's time zone. */
export function useMomentText() {
  const { t } = useI18n()
  const format = useFormat()
  return (at: Moment | undefined): string => (at ? format.moment(at) : t('journalPage.noTime'))
}
