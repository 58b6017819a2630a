import { onScopeDispose, watch } from 'vue'

/** Makes the browser ask before it closes the page, as long as there is a reason to stay. A portal's slider does not ask. */
export function useUnloadGuard(hasReason: () => boolean): void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
  const release = (): void => window.removeEventListener('beforeunload', ask)
  watch(hasReason, (now) => (now ? window.addEventListener('beforeunload', ask) : release()), { immediate: true })
  onScopeDispose(release)
}
