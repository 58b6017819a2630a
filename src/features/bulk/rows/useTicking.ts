import { inject, onScopeDispose, shallowRef } from 'vue'
import { pageClock } from '@/binding/page-clock'
import { CLOCK } from '@/features/binding-card/store/binding-store'

/** The engine's time now, in milliseconds, as texts show it: it moves every so many of them. */
export function useTicking(every: number) {
  const clock = inject(CLOCK, pageClock)
  const now = shallowRef(clock.now())
  const timer = setInterval(() => (now.value = clock.now()), every)
  onScopeDispose(() => clearInterval(timer))
  return now
}
