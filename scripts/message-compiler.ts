/** What vue-i18n hands to the function of a message. */
interface Filling {
  named(name: string): unknown
  /** Picks the form of a count. */
  plural(forms: string[]): string
  /** Puts a text together: of strings, or of what a sentence has in its slots. */
  normalize(parts: string[]): string
  interpolate(value: unknown): string
}
type Fill = (filling: Filling) => string

const VALUE = /\{(\w+)\}/
const compiled = new Map<string, Fill>()

/** Every second part is the name of a value. */
function compileForm(form: string): Fill {
  const parts = form.split(VALUE)
  if (parts.length === 1) return ({ normalize }) => normalize(parts)
  return ({ normalize, interpolate, named }) =>
    normalize(parts.map((part, place) => (place % 2 === 1 ? interpolate(named(part)) : part)))
}

function compile(text: string): Fill {
  const [first = '', ...others] = text.split(' | ')
  const fillFirst = compileForm(first)
  if (others.length === 0) return fillFirst
  const forms = [fillFirst, ...others.map(compileForm)]
  return (filling) => filling.plural(forms.map((fill) => fill(filling)))
}

/**
 * Makes the function that fills a text in, once for each: `{name}` stands for a value, ` | ` between the forms of a counted one. That is all
 * that the app's texts use of what vue-i18n's own compiler knows.
 */
export function compileMessage(text: string): Fill {
  const fill = compiled.get(text) ?? compile(text)
  compiled.set(text, fill)
  return fill
}
