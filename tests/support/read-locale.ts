import type en from '@/i18n/locales/en.json'
import { readFileSync } from 'node:fs'

/** The texts as they were written: an import gives them compiled. */
export function readLocale(language: string): typeof en {
  return JSON.parse(readFileSync(`src/i18n/locales/${language}.json`, 'utf8'))
}
