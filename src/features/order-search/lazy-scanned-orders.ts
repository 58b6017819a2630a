import { lazyPart } from '@/ui/lazy-part'

/** `ScannedOrders`, whose code comes when somebody first looks for orders without an owner. */
export const LazyScannedOrders = lazyPart(() => import('./ScannedOrders.vue'))
