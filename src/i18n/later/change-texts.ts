import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of questions before a change, and of what became of changes. */
export const useChangeTexts = lateTexts(import.meta.glob<object>('./change.*.json', { eager: true, import: 'default' }))
