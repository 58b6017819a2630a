import type { Ref } from 'vue'
import { onScopeDispose, shallowRef, watch } from 'vue'

/** Rows that are rendered in one frame: the page answers, and scrolling does not stick. */
const A_FRAME = 2

/**
 * Says which of the rows in sight are rendered by now: those that somebody scrolls to come a few in each frame, a plain bar stands for
 * them until then. The first ones, and those of another list, come at once.
 */
export function useGradualRows(places: Readonly<Ref<readonly number[]>>, rows: () => readonly unknown[]) {
  const ready = shallowRef<ReadonlySet<number>>(new Set())
  let frame: number | undefined

  function goOn(): void {
    const known = places.value.filter((place) => ready.value.has(place))
    const waiting = places.value.filter((place) => !ready.value.has(place))
    frame = undefined
    if (waiting.length === 0) return
    ready.value = new Set([...known, ...waiting.slice(0, A_FRAME)])
    frame = requestAnimationFrame(goOn)
  }

  watch(
    [rows, places],
    ([now], [before]) => {
      if (now !== before || ready.value.size === 0) ready.value = new Set(places.value)
      else frame ??= requestAnimationFrame(goOn)
    },
    { immediate: true },
  )
  onScopeDispose(() => frame !== undefined && cancelAnimationFrame(frame))

  return { isReady: (place: number): boolean => ready.value.has(place) }
}
