import { lazyPart } from '@/ui/lazy-part'

/** `OwnerChooser`, whose code comes when somebody first chooses an owner. */
export const LazyOwnerChooser = lazyPart(() => import('./OwnerChooser.vue'))
