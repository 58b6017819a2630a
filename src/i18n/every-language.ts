import { makeI18n } from './make-i18n'
import { loadMessages, LANGUAGES } from './messages'

/** Gives a text in every language of the app, by the portal's code of the language. One whose file does not arrive is left out. */
export async function translateEverywhere(key: string): Promise<Record<string, string>> {
  const texts = await Promise.all(
    LANGUAGES.map(async (language) => {
      const messages = await loadMessages(language)
      if (!messages) return []
      return [[language, makeI18n(language, { [language]: messages }).global.t(key)] as const]
    }),
  )
  return Object.fromEntries(texts.flat())
}
