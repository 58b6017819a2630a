/** A rule without others inside: its selectors, and its declarations. */
const RULE = /([^{};@]+)\{[^{}]*\}/g
const CLASS = /^(?:\\.|[^\W\d]|-)(?:\\.|[\w-])*/
/** Scripts may write these in another way than the stylesheet: they are never taken for unused. */
const ODD = /\\[\da-f\\'"`]/

/** Cuts a text at a character that stands in no brackets and behind no backslash, and leaves out what stands in brackets. */
function cutOutside(text: string, character: string): string[] {
  const parts = ['']
  let depth = 0
  for (const [token] of text.matchAll(/\\.|[^\\]/gs)) {
    if (token === ')' || token === ']') depth -= 1
    if (depth === 0 && token === character) parts.push('')
    else if (depth === 0) parts.push((parts.pop() ?? '') + token)
    if (token === '(' || token === '[') depth += 1
  }
  return parts
}

/** The classes that an element must have for a selector; those that it must not have, or one of them, are left out. */
function classesOf(selector: string): string[] {
  const [, ...texts] = cutOutside(selector, '.')
  return texts.flatMap((text) => CLASS.exec(text)?.[0] ?? [])
}

/** Drops the rules for classes that no script and no page names: Tailwind finds those of the kit's other components, too. */
export function dropUnusedClasses(styles: string, scripts: string): string {
  const isUsed = (name: string) => ODD.test(name) || scripts.includes(name.replaceAll(/\\(.)/g, '$1'))
  return styles.replaceAll(RULE, (rule, selectors: string) =>
    cutOutside(selectors, ',').some((selector) => classesOf(selector).every(isUsed)) ? rule : '',
  )
}
