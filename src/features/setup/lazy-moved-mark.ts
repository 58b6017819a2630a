import { lazyPart } from '@/ui/lazy-part'

/** `MovedMark`, whose code comes when an administrator has the orders before them. */
export const LazyMovedMark = lazyPart(() => import('./MovedMark.vue'))
