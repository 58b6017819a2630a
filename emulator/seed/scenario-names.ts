/** Named states of the portal, settings with their rows. Several are joined by commas: `with-orders,deal+invoice,large`. */
export const SCENARIO_NAMES = [
  'deals-only',
  'with-orders',
  'deal',
  'deal+invoice',
  'deal+invoice+dynamic',
  'none',
  'enterprise',
  'no-rest',
  'large',
  'empty',
] as const

export type ScenarioName = (typeof SCENARIO_NAMES)[number]
