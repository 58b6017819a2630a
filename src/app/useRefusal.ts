import type { ShallowRef } from 'vue'
import type { PortalFailure } from '@/domain/failure'
import { onScopeDispose, shallowRef } from 'vue'
import { isAppWide } from '@/domain/failure'
import { onShownFailure } from '@/ui/shown-failure'

/** Gives the first refusal of the app as a whole that any part of the page met. It stays: the page opens anew to try again. */
export function useRefusal(): Readonly<ShallowRef<PortalFailure | undefined>> {
  const refusal = shallowRef<PortalFailure>()
  const stop = onShownFailure((failure) => {
    if (isAppWide(failure.kind)) refusal.value ??= failure
  })
  onScopeDispose(stop)
  return refusal
}
