import { createI18n } from 'vue-i18n'
import { directionOf, toLanguageTag } from './languages'
import en from './locales/en.json'
import { pluralRuleOf } from './plurals'

/** One file per language, named by the portal's code; English travels with the page. */
const files = import.meta.glob<typeof en>(['./locales/*.json', '!./locales/en.json'], { import: 'default' })

/**
 * Makes the app's texts in the portal's language, and marks the document with it. English stands in for a language
 * without a file, for a file that did not load and for a missing key.
 */
export async function createAppI18n(language: string) {
  const messages = await loadMessages(language)
  const textLanguage = messages ? language : 'en'
  document.documentElement.lang = toLanguageTag(textLanguage)
  document.documentElement.dir = directionOf(toLanguageTag(textLanguage))
  return createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'en',
    // A language without a file falls back for every key: no news.
    missingWarn: messages !== undefined,
    fallbackWarn: messages !== undefined,
    messages: { en, ...(messages && { [language]: messages }) },
    pluralRules: { [language]: pluralRuleOf(toLanguageTag(textLanguage)) },
  })
}

async function loadMessages(language: string): Promise<typeof en | undefined> {
  if (language === 'en') return en
  try {
    return await files[`./locales/${language}.json`]?.()
  } catch {
    // The network gave up on one text file, which browsers report as a TypeError: the page works in English.
    return undefined
  }
}
