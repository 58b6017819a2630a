/** Picks the form of a Russian message "один | два | пять", or "ноль | один | два | пять" where zero has its own words. */
export function russianPlural(count: number, forms: number): number {
  if (count === 0 && forms === 4) return 0
  const shift = forms === 4 ? 1 : 0
  const category = new Intl.PluralRules('ru').select(count)
  const form = category === 'one' ? 0 : category === 'few' ? 1 : 2
  return Math.min(form + shift, forms - 1)
}
