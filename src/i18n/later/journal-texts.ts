import { useI18n } from 'vue-i18n'
import en from './journal.en.json'
import ru from './journal.ru.json'

/** Adds the texts of the journal's page to those that came with the first screen, which has no room for them. */
export function useJournalTexts(): void {
  const { mergeLocaleMessage } = useI18n({ useScope: 'global' })
  mergeLocaleMessage('en', en)
  mergeLocaleMessage('ru', ru)
}
