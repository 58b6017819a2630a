import { lazyPart } from '@/ui/lazy-part'

/** `OrderTick`, whose code comes when it is known that the person may change something. */
export const LazyOrderTick = lazyPart(() => import('./OrderTick.vue'))

/** `HeadTick`, likewise. */
export const LazyHeadTick = lazyPart(() => import('./HeadTick.vue'))
