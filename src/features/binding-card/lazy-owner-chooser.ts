import { lazyPart } from '@/ui/lazy-part'

const load = () => import('./OwnerChooser.vue')

/** `OwnerChooser`, whose code comes when somebody first chooses an owner. */
export const LazyOwnerChooser = lazyPart(load)

/** Lets that code come while the portal still answers, where the choice may open by itself. What does not arrive is told where it is shown. */
export const preloadOwnerChooser = (): void => void load().catch(() => undefined)
