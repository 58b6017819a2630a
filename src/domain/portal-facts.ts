/** What can be found out of a portal by calls that change nothing of it, in the order in which it is shown. */
export const FACT_NAMES = [
  'app',
  'sdk',
  'license',
  'ownerTypes',
  'orderClients',
  'startMinusOne',
  'missingReference',
  'guardedReference',
  'itemBooleans',
  'itemKeys',
  'longestText',
  'propertyRange',
  'unsentProperties',
  'runTimes',
] as const

export type FactName = (typeof FACT_NAMES)[number]

/**
 * What this very portal does, in short English words for those who develop the app: no names, no addresses, no data of anybody.
 * What has not been found out is absent.
 */
export type PortalFacts = Partial<Record<FactName, string>>

/** Gives the facts as a text to send, a line each. */
export function toFactsText(facts: PortalFacts): string {
  return FACT_NAMES.flatMap((name) => (facts[name] === undefined ? [] : [`${name}: ${facts[name]}`])).join('\n')
}
