import { lazyPart } from '@/ui/lazy-part'

/** `FilterMenus`, whose code comes when somebody first opens one. */
export const LazyFilterMenus = lazyPart(() => import('./FilterMenus.vue'))
