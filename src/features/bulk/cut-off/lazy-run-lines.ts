import { lazyPart } from '@/ui/lazy-part'

/** `RunLines`, which asks for runs once the page shows what it is for. */
export const LazyRunLines = lazyPart(() => import('./RunLines.vue'))
