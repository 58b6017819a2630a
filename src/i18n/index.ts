import { warmUpFormats } from './formatters'
import { directionOf, toLanguageTag } from './languages'
import en from './locales/en.json'
import { makeI18n } from './make-i18n'
import { loadMessages } from './messages'

type AppI18n = ReturnType<typeof makeI18n>

/** Texts that are made before the portal has told its language, by the language that they are for. */
const prepared = new Map<string, Promise<AppI18n>>()

/**
 * Makes the app's texts in the portal's language, and marks the document with it. English stands in for a language
 * without a file, for a file that did not load and for a missing key.
 */
export async function createAppI18n(language: string): Promise<AppI18n> {
  const made = prepared.get(language) ?? makeAppI18n(language)
  // An app takes its texts with it when it goes.
  prepared.delete(language)
  const i18n = await made
  const tag = toLanguageTag(i18n.global.locale.value)
  document.documentElement.lang = tag
  document.documentElement.dir = directionOf(tag)
  return i18n
}

async function makeAppI18n(language: string): Promise<AppI18n> {
  const messages = await loadMessages(language)
  // Dates, sums and plurals follow the locale: where the texts are English, so are they.
  const locale = messages ? language : 'en'
  warmUpFormats(toLanguageTag(locale))
  return makeI18n(locale, { en, ...(messages && { [locale]: messages }) })
}

/** Makes the texts in the language that the portal names in the address, while it still answers the first question. */
export function prepareTexts(address: string): void {
  const language = new URL(address).searchParams.get('LANG')
  if (language !== null) prepared.set(language, makeAppI18n(language))
}
