import type { InjectionKey } from 'vue'
import type { Portal } from '@/portal/portal'
import { inject } from 'vue'

/** Under this key the app provides the portal to every component and store. */
export const PORTAL: InjectionKey<Portal> = Symbol('portal')

/** Gives the portal. @throws Error outside an app that provides one: a mistake of ours. */
export function usePortal(): Portal {
  const portal = inject(PORTAL)
  if (!portal) throw new Error('No portal was provided')
  return portal
}
