import { useI18n } from 'vue-i18n'
import en from './bulk.en.json'
import ru from './bulk.ru.json'

/** Adds the texts of plans, runs and reports to those that came with the first screen. */
export function useBulkTexts(): void {
  const { mergeLocaleMessage } = useI18n({ useScope: 'global' })
  mergeLocaleMessage('en', en)
  mergeLocaleMessage('ru', ru)
}
