import { lazyPart } from '@/ui/lazy-part'

/** `MoveConfirm`, in one file with the engine: where there is a question, it is there. */
export const LazyMoveConfirm = lazyPart(() => import('./MoveConfirm.vue'))
