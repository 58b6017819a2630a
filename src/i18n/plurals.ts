/** The plural categories of a language that whole numbers take, in the order in which a message lists its forms. */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']
/** Every language that is known decides by the last three digits. */
const SAMPLES = Array.from({ length: 1_000 }, (_, count) => count)

/** Gives the plural categories of whole numbers in a language, in the order of a message's forms: one | few | many. */
export function pluralFormsOf(tag: string): Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(tag)
  const used = new Set(SAMPLES.map((count) => rules.select(count)))
  return ORDER.filter((category) => used.has(category))
}

/** Picks the form of a message in a language; a message with one form more than the language has begins with that of zero. */
export function pluralRuleOf(tag: string): (count: number, forms: number) => number {
  // What a language knows takes milliseconds to find out: not before a text counts something.
  const find = () => ({ rules: new Intl.PluralRules(tag), categories: pluralFormsOf(tag) })
  let found: ReturnType<typeof find> | undefined
  return (count, forms) => {
    const { rules, categories } = (found ??= find())
    const hasZero = forms === categories.length + 1
    if (count === 0 && hasZero) return 0
    return Math.min(Math.max(0, categories.indexOf(rules.select(count))) + (hasZero ? 1 : 0), forms - 1)
  }
}
