import { watch } from 'vue'
import { usePortal } from '@/context'
import { useTimeZoneStore } from '@/i18n/time-zone-store'

/** Asks for the person's time zone, once on a page, as soon as a date is shown: no row waits for it. */
export function useTimeZone(isDateShown: () => boolean): void {
  const portal = usePortal()
  const store = useTimeZoneStore()
  watch(isDateShown, (isShown) => isShown && store.load(portal.profile.readTimeZone), {
    immediate: true,
    flush: 'post',
  })
}
