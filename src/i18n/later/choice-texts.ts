import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of the choice of an owner. */
export const useChoiceTexts = lateTexts(import.meta.glob<object>('./choice.*.json', { eager: true, import: 'default' }))
