/** The language codes of a portal that are no BCP 47 tags; every other code is one. @see the SDK's B24LangList */
const TAGS: Record<string, string> = {
  br: 'pt-BR',
  in: 'hi',
  kz: 'kk',
  la: 'es',
  sc: 'zh-Hans',
  tc: 'zh-Hant',
  ua: 'uk',
  vn: 'vi',
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur']

/** Gives the BCP 47 tag of a portal language code; English for what is no language at all. */
export function toLanguageTag(code: string): string {
  // The code is anybody's text: `constructor` names no language.
  const tag = Object.hasOwn(TAGS, code) ? TAGS[code] : code
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return 'en'
  }
}

/** Gives the portal language code of a browser's language, for the time before the portal has told its own. */
export function toPortalCode(tag: string): string {
  const [language = 'en'] = tag.toLowerCase().split('-')
  if (/^zh-(hant|tw|hk|mo)/i.test(tag)) return 'tc'
  const spelled = Object.entries(TAGS).find(([, known]) => known.toLowerCase().split('-')[0] === language)
  return spelled?.[0] ?? language
}

/** Tells in which direction a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
