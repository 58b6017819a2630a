import { lazyPart } from '@/ui/lazy-part'

/** `ResultTray`, in one file with the engine: where it is shown, a change and its question need not be waited for. */
export const LazyResultTray = lazyPart(() => import('./ResultTray.vue'))
