import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of lists that are pasted or dropped. */
export const useImportTexts = lateTexts(import.meta.glob<object>('./import.*.json', { eager: true, import: 'default' }))
