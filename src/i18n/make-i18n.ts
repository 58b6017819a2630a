import { markRaw } from 'vue'
import { createI18n } from 'vue-i18n'
import { toLanguageTag } from './languages'
import { pluralRuleOf } from './plurals'

type Messages = Record<string, object>

/** The texts do not change while they are shown: nothing has to watch them. */
const unwatched = (messages: Messages) =>
  Object.fromEntries(Object.entries(messages).map(([language, texts]) => [language, markRaw(texts)]))

/** Makes what writes texts in a language; English stands in for what is missing. */
export function makeI18n(language: string, messages: Messages) {
  return createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'en',
    messages: unwatched(messages),
    pluralRules: { [language]: pluralRuleOf(toLanguageTag(language)) },
  })
}
