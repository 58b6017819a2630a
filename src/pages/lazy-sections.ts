import { lazyPart } from '@/ui/lazy-part'

/** `SettingsSection`, whose code comes when an administrator first opens it. */
export const LazySettingsSection = lazyPart(() => import('./SettingsSection.vue'))

/** `HealthSection`, likewise. */
export const LazyHealthSection = lazyPart(() => import('./HealthSection.vue'))
