import type { Ref } from 'vue'
import type { SeenPart } from '@/ui/seen-part'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { watchSeenPart } from '@/ui/seen-part'

/** How far the bar keeps from the edge, in pixels: portals have lines and buttons of their own there. */
const GAP = 36

/** Tells how far up the last element of an area is to be shown, so that it stands at the lower edge of what is seen of the area. */
export function useLowerEdge(bar: Readonly<Ref<HTMLElement | null>>) {
  const seen = shallowRef<SeenPart>()
  let end = (): void => undefined

  watch(
    bar,
    (element) => {
      end()
      const area = element?.parentElement
      end = area ? watchSeenPart(area, (now) => (seen.value = now ?? seen.value)) : () => undefined
    },
    { flush: 'post' },
  )
  onScopeDispose(() => end())

  return computed(() => {
    const area = bar.value?.parentElement
    if (!area || !seen.value) return 0
    const hidden = area.offsetHeight - seen.value.bottom
    return hidden < 2 ? 0 : Math.max(0, Math.min(hidden + GAP, area.offsetHeight - (bar.value?.offsetHeight ?? 0)))
  })
}
