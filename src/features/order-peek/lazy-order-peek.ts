import { lazyPart } from '@/ui/lazy-part'

/** `OrderPeek`, whose code comes when somebody first unfolds a row. */
export const LazyOrderPeek = lazyPart(() => import('./OrderPeek.vue'))
