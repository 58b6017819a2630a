import { lazyPart } from '@/ui/lazy-part'

/** `OrdersOfCustomers`, whose code comes when somebody first types. */
export const LazyOrdersOfCustomers = lazyPart(() => import('./OrdersOfCustomers.vue'))
