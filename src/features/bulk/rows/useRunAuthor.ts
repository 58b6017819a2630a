import type { RunHead } from '@/domain/run'
import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { useTimeZone } from '@/features/order-search/useTimeZone'
import { useFormat } from '@/i18n/use-format'

type Author = Pick<RunHead, 'by' | 'at'>

/** Who began a run, and when: `who` by number where the portal names nobody. */
export function useRunAuthor(run: () => Author | undefined) {
  const { t } = useI18n()
  const { people } = usePortal()
  const format = useFormat()
  const names = shallowRef<ReadonlyMap<number, string>>(new Map())
  useTimeZone(() => true)

  watch(
    () => run()?.by,
    async (by) => {
      if (by) names.value = await people.readNames([by])
    },
    { immediate: true },
  )

  return computed(() => {
    const { by = 0, at } = run() ?? {}
    const who = by > 0 ? (names.value.get(by) ?? t('bulk.employee', { id: by })) : t('bulk.somebody')
    return { who, when: at ? format.moment(at) : t('bulk.noTime') }
  })
}
