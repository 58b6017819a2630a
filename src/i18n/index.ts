import { directionOf, toLanguageTag } from './languages'
import en from './locales/en.json'
import { makeI18n } from './make-i18n'
import { loadMessages } from './messages'

/**
 * Makes the app's texts in the portal's language, and marks the document with it. English stands in for a language
 * without a file, for a file that did not load and for a missing key.
 */
export async function createAppI18n(language: string) {
  const messages = await loadMessages(language)
  // Dates, sums and plurals follow the locale: where the texts are English, so are they.
  const locale = messages ? language : 'en'
  const tag = toLanguageTag(locale)
  document.documentElement.lang = tag
  document.documentElement.dir = directionOf(tag)
  return makeI18n(locale, { en, ...(messages && { [locale]: messages }) })
}

/** Begins to load the texts in the language that the portal names in the address, before it answers the first question. */
export function preloadTexts(address: string): void {
  const language = new URL(address).searchParams.get('LANG')
  if (language !== null) void loadMessages(language)
}
