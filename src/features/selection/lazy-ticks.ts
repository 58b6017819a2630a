import { silentPart } from '@/ui/lazy-part'

/** `OrderTick`, whose code comes when it is known that the person may change something. */
export const LazyOrderTick = silentPart(() => import('./OrderTick.vue'))

/** `HeadTick`, likewise. */
export const LazyHeadTick = silentPart(() => import('./HeadTick.vue'))
