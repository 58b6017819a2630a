import { lazyPart } from '@/ui/lazy-part'

/** `ListEnd`, whose code comes with the first rows: nobody scrolls before. */
export const LazyListEnd = lazyPart(() => import('./ListEnd.vue'))
