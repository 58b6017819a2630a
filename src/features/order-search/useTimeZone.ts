import { nextTick, watch } from 'vue'
import { usePortal } from '@/context'
import { useTimeZoneStore } from '@/i18n/time-zone-store'

/** Asks for the person's time zone, once on a page, as soon as a date is shown: no row waits for it. */
export function useTimeZone(isDateShown: () => boolean): void {
  const portal = usePortal()
  const store = useTimeZoneStore()
  const load = (): void => void store.load(portal.profile.readTimeZone)
  // Together with what else is asked for once the rows are shown.
  watch(isDateShown, (isShown) => isShown && void nextTick(load), { immediate: true, flush: 'post' })
}
