import type { Moment } from '@/domain/moment'
import type { StoredRun, StrangeItem } from '@/domain/run'
import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { useFormat } from '@/i18n/use-format'

type Doubtful = Pick<StoredRun, 'toldBy' | 'strange'>

interface Doubt {
  why: StrangeItem['why'] | 'told'
  by: number
  count: number
  /** Of the last one. */
  at?: Moment | undefined
}

/** Somebody may write thousands of them: one of a kind and a person each. */
function toDoubts({ toldBy = new Map(), strange = [] }: Doubtful): Doubt[] {
  const doubts = new Map<string, Doubt>()
  function count({ why, by, at }: Omit<Doubt, 'count'>): void {
    const key = `${why} ${by}`
    doubts.set(key, { why, by, at, count: (doubts.get(key)?.count ?? 0) + 1 })
  }
  for (const by of toldBy.values()) count({ why: 'told', by })
  strange.forEach(count)
  return [...doubts.values()]
}

/** Who has written something down of a run that is not simply its author's word, in sentences: everybody may write there. */
export function useRunDoubts(run: () => Doubtful | undefined) {
  const { t } = useI18n()
  const { people } = usePortal()
  const format = useFormat()
  const names = shallowRef<ReadonlyMap<number, string>>(new Map())
  const doubts = computed(() => toDoubts(run() ?? {}))

  watch(
    doubts,
    async (named) => {
      const ids = [...new Set(named.map(({ by }) => by))].filter((id) => id > 0)
      if (ids.length > 0) names.value = await people.readNames(ids)
    },
    { immediate: true },
  )

  return computed(() =>
    doubts.value.map(({ why, by, count, at }) => {
      const who = by > 0 ? (names.value.get(by) ?? t('bulk.employee', { id: by })) : t('bulk.somebody')
      const when = at ? format.moment(at) : t('bulk.noTime')
      return t(`bulk.doubt.${why}`, { who, when, n: format.number(count) }, count)
    }),
  )
}
