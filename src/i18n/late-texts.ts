import { useI18n } from 'vue-i18n'

const languageOf = (file: string) => file.split('.').at(-2) ?? 'en'

/**
 * Makes the function that a part of the app calls in its `setup` to add its texts to those that came with the first screen, which has no
 * room for them: files of one subject, each named by its language at the end.
 */
export function lateTexts(files: Record<string, object>): () => void {
  const filled = new WeakSet<object>()
  return () => {
    const texts = useI18n({ useScope: 'global' })
    // Each row of a list may need them.
    if (filled.has(texts)) return
    filled.add(texts)
    const { mergeLocaleMessage, availableLocales } = texts
    for (const [file, messages] of Object.entries(files)) {
      const language = languageOf(file)
      if (availableLocales.includes(language)) mergeLocaleMessage(language, messages)
    }
  }
}
