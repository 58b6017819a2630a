import { lazyPart } from '@/ui/lazy-part'

/** `SelectionToPlan`, whose code, that of plans and runs, comes when the first one is wanted. */
export const LazySelectionToPlan = lazyPart(() => import('./SelectionToPlan.vue'))
