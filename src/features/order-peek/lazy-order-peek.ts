import { lazyPart } from '@/ui/lazy-part'
import PeekPlace from './PeekPlace.vue'

/** `OrderPeek`, whose code comes when somebody first unfolds a row. */
export const LazyOrderPeek = lazyPart(() => import('./OrderPeek.vue'), PeekPlace)
