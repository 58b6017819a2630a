const FILES = import.meta.glob<object>('../../src/i18n/later/*.json', { eager: true, import: 'default' })

/** Adds the texts that come with parts of the app: a component is tested without the part that it stands in. */
export function addLateTexts({
  mergeLocaleMessage,
}: {
  mergeLocaleMessage(language: string, messages: object): void
}): void {
  for (const [file, messages] of Object.entries(FILES)) mergeLocaleMessage(file.split('.').at(-2) ?? 'en', messages)
}
