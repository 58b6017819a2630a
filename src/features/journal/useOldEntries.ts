import type { PortalFailure } from '@/domain/failure'
import { computed, shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { addDays, dayAt, toPeriod } from '@/domain/days'
import { useTimeZoneStore } from '@/i18n/time-zone-store'
import { toShownFailure } from '@/ui/shown-failure'
import { NO_FILTERS, toJournalQuery } from './journal-filters'
import { useRemoval } from './useRemoval'

/** How old entries are that are offered for removal. */
const DAYS_KEPT = 365

/** Entries made before a day: how many, and their removal. */
export function useOldEntries() {
  const { journal } = usePortal()
  const timeZone = useTimeZoneStore()
  const day = shallowRef(addDays(dayAt(Date.now(), timeZone.name), -DAYS_KEPT))
  /** Nothing while a date is being typed: a year that begins with zeros is one, too. */
  const query = computed(() => {
    if (!/^20\d\d-\d\d-\d\d$/.test(day.value)) return undefined
    const period = toPeriod({ to: addDays(day.value, -1) }, timeZone.name)
    return toJournalQuery({ ...NO_FILTERS, made: 'range', period }, { ownId: undefined })
  })
  const until = () => query.value?.until
  const { reset, ...removal } = useRemoval(until)
  const older = shallowRef<number | PortalFailure>()

  async function count(): Promise<void> {
    const wanted = until()
    older.value = undefined
    if (!wanted) return
    const counted = await journal.count(wanted).catch(toShownFailure)
    if (wanted === until()) older.value = counted
  }

  function startAnew(): void {
    reset()
    void count()
  }

  watch(query, startAnew, { immediate: true })

  return { day, query, older, count, ...removal }
}
