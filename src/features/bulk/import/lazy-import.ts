import { lazyPart } from '@/ui/lazy-part'

/** `ImportToPlan`, whose code comes when somebody first imports a list. */
export const LazyImport = lazyPart(() => import('./ImportToPlan.vue'))
