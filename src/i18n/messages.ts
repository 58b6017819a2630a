import en from './locales/en.json'

/** One file per language, named by the portal's code; English travels with the page. */
const files = import.meta.glob<typeof en>(['./locales/*.json', '!./locales/en.json'], { import: 'default' })

const toLanguage = (path: string) => path.replace(/^.*\/|\.json$/g, '')

/** The portal's codes of the languages that the app has texts in. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(files).map(toLanguage)]

/** Loads the texts in a language; nothing for a language without texts, and where the file does not arrive. */
export async function loadMessages(language: string): Promise<typeof en | undefined> {
  if (language === 'en') return en
  try {
    return await files[`./locales/${language}.json`]?.()
  } catch {
    // The network gave up on one text file, which browsers report as a TypeError: the page works in English.
    return undefined
  }
}
