import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of the journal's page. */
export const useJournalTexts = lateTexts(
  import.meta.glob<object>('./journal.*.json', { eager: true, import: 'default' }),
)
