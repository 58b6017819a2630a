import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of ticked orders: people who only read need none of them. */
export const useSelectionTexts = lateTexts(
  import.meta.glob<object>('./selection.*.json', { eager: true, import: 'default' }),
)
