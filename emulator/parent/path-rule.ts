import type { PathRule } from './open-path'

const STORAGE_KEY = 'portal-open-path'

/** The rule that this browser tab chose in the developer's panel; the older one unless told. */
export function pathRule(): PathRule {
  return sessionStorage.getItem(STORAGE_KEY) === 'any' ? 'any' : 'listed'
}

/** Chooses the rule for this browser tab. */
export function choosePathRule(rule: PathRule): void {
  sessionStorage.setItem(STORAGE_KEY, rule)
}
