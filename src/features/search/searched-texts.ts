import type { InjectionKey } from 'vue'
import { inject, provide } from 'vue'

type SearchedTexts = () => readonly string[]

const SEARCHED: InjectionKey<SearchedTexts> = Symbol('searched texts')

/** Tells everything below this component what is searched for, so that it is marked wherever it stands. */
export function provideSearchedTexts(texts: SearchedTexts): void {
  provide(SEARCHED, texts)
}

/** What the search around this component looks for; nothing outside of one. */
export function useSearchedTexts(): SearchedTexts {
  return inject(SEARCHED, () => [])
}
