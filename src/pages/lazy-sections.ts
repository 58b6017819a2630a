import { lazyPart } from '@/ui/lazy-part'

/** `JournalSection`, whose code comes when somebody first opens it. */
export const LazyJournalSection = lazyPart(() => import('./JournalSection.vue'))

/** `BulkSection`, whose code comes when the first plan is made. */
export const LazyBulkSection = lazyPart(() => import('./BulkSection.vue'))

/** `SettingsSection`, whose code comes when an administrator first opens it. */
export const LazySettingsSection = lazyPart(() => import('./SettingsSection.vue'))

/** `HealthSection`, likewise. */
export const LazyHealthSection = lazyPart(() => import('./HealthSection.vue'))
