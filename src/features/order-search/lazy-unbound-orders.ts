import { lazyPart } from '@/ui/lazy-part'

/** `UnboundOrders`, whose code comes when somebody first looks for orders without an owner. */
export const LazyUnboundOrders = lazyPart(() => import('./UnboundOrders.vue'))
