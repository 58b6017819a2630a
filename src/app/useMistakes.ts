import type { ShallowRef } from 'vue'
import type { PortalFailure } from '@/domain/failure'
import { onErrorCaptured, onScopeDispose, shallowRef } from 'vue'
import { toShownFailure } from '@/ui/shown-failure'

/** Extensions of the browser run their scripts in the page as well. */
const FOREIGN_SCRIPT = /-extension:\/\//

/** Gives the first mistake that no part of the page shows in its own place. The page stays, as far as it still works. */
export function useMistakes(target: Window = window): Readonly<ShallowRef<PortalFailure | undefined>> {
  const first = shallowRef<PortalFailure>()

  function note(error: unknown): void {
    const failure = toShownFailure(error)
    first.value ??= failure
  }

  onErrorCaptured((error) => {
    note(error)
    return false
  })

  /** Notes what reached the window; the browser need not report it a second time. */
  function noteUncaught(event: Event, error: unknown): void {
    if (error instanceof Error && FOREIGN_SCRIPT.test(error.stack ?? '')) return
    event.preventDefault()
    note(error)
  }

  // Without an error it is a remark of the browser's, such as that a ResizeObserver comes later.
  const onError = (event: ErrorEvent) => event.error && noteUncaught(event, event.error)
  const onRejection = (event: PromiseRejectionEvent) => noteUncaught(event, event.reason)
  target.addEventListener('error', onError)
  target.addEventListener('unhandledrejection', onRejection)
  onScopeDispose(() => {
    target.removeEventListener('error', onError)
    target.removeEventListener('unhandledrejection', onRejection)
  })

  return first
}
