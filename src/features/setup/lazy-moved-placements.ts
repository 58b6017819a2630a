import { lazyPart } from '@/ui/lazy-part'

/** `MovedPlacements`, whose code comes when an administrator has the orders before them. */
export const LazyMovedPlacements = lazyPart(() => import('./MovedPlacements.vue'))
