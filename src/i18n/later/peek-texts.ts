import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of what an order consists of. */
export const usePeekTexts = lateTexts(import.meta.glob<object>('./peek.*.json', { eager: true, import: 'default' }))
