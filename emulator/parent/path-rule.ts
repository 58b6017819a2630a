import type { PathRule } from './open-path'

const KEY = 'portal-open-path'

/** The rule that this browser tab chose in the developer's panel; the older one unless told. */
export function pathRule(): PathRule {
  return sessionStorage.getItem(KEY) === 'any' ? 'any' : 'listed'
}

/** Chooses the rule for this browser tab. */
export function choosePathRule(rule: PathRule): void {
  sessionStorage.setItem(KEY, rule)
}
