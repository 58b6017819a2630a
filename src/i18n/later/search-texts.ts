import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of filters, and of the search for orders without an owner. */
export const useSearchTexts = lateTexts(import.meta.glob<object>('./search.*.json', { eager: true, import: 'default' }))
