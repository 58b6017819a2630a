import { lazyPart } from '@/ui/lazy-part'

/** `SelectionTarget`, whose code comes when somebody first wants to move ticked orders. */
export const LazySelectionTarget = lazyPart(() => import('./SelectionTarget.vue'))
