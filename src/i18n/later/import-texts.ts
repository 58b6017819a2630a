import { useI18n } from 'vue-i18n'
import en from './import.en.json'
import ru from './import.ru.json'

/** Adds the texts of the import of lists to those that came with the first screen. */
export function useImportTexts(): void {
  const { mergeLocaleMessage } = useI18n({ useScope: 'global' })
  mergeLocaleMessage('en', en)
  mergeLocaleMessage('ru', ru)
}
