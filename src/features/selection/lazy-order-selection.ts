import { silentPart } from '@/ui/lazy-part'

/** `OrderSelection`, whose code comes when it is known that the person may change something. */
export const LazyOrderSelection = silentPart(() => import('./OrderSelection.vue'))
