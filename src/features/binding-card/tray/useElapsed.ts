import { computed, inject, onScopeDispose, shallowRef, watch } from 'vue'
import { pageClock } from '@/binding/page-clock'
import { CLOCK } from '@/features/binding-card/store/binding-store'

const SECOND = 1000

/** Says how long something has been going on, as `0:42`; nothing where it has no beginning. `since` by the engine's clock. */
export function useElapsed(since: () => number | undefined) {
  const clock = inject(CLOCK, pageClock)
  const now = shallowRef(clock.now())
  let timer: ReturnType<typeof setInterval> | undefined

  function tick(): void {
    now.value = clock.now()
  }

  function stop(): void {
    clearInterval(timer)
  }

  watch(
    since,
    (start) => {
      stop()
      tick()
      if (start !== undefined) timer = setInterval(tick, SECOND)
    },
    { immediate: true },
  )
  onScopeDispose(stop)

  return computed(() => {
    const start = since()
    if (start === undefined) return undefined
    const seconds = Math.max(0, Math.floor((now.value - start) / SECOND))
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  })
}
