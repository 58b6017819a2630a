import { lazyPart } from '@/ui/lazy-part'

/** `BringOrder`, whose code comes when somebody first brings an order. */
export const LazyBringOrder = lazyPart(() => import('./BringOrder.vue'))
