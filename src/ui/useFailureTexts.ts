import type { PortalFailure } from '@/domain/failure'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Codes with which the portal says nothing. */
const SILENT = ['0', '']

/** What is said of a failure. */
export function useFailureTexts(failure: () => PortalFailure) {
  const { t } = useI18n()

  /** Why something could not be done, for the end of a sentence. */
  const why = computed(() => t(`failure.kinds.${failure().kind}.why`))
  /** The same as a sentence of its own. */
  const sentence = computed(() => `${why.value.charAt(0).toLocaleUpperCase()}${why.value.slice(1)}.`)
  const advice = computed(() => t(`failure.kinds.${failure().kind}.next`))
  /** What names the failure for those who help: the portal's code and the scope that is missing, else our own word for it. */
  const code = computed(() => {
    const { kind, code: portals = '', scope } = failure()
    return [SILENT.includes(portals) ? kind : portals, scope].filter(Boolean).join(' · ')
  })

  return { why, sentence, advice, code }
}
