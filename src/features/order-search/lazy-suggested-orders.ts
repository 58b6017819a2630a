import { lazyPart } from '@/ui/lazy-part'

/** `SuggestedOrders`, which the page of all orders has none of. */
export const LazySuggestedOrders = lazyPart(() => import('./SuggestedOrders.vue'))
