/** Seconds that a method says it took, by the samples of its documentation page, rounded. */
const SECONDS: Record<string, number> = {
  'crm.enum.getorderownertypes': 0.06,
  'crm.enum.ownertype': 0.03,
  'crm.item.add': 2.31,
  'crm.item.delete': 0.89,
  'crm.item.get': 0.48,
  'crm.item.list': 0.59,
  'crm.item.update': 3.66,
  'crm.orderentity.add': 0.98,
  'crm.orderentity.deletebyfilter': 2.75,
  'crm.orderentity.getfields': 0.75,
  'crm.orderentity.list': 0.71,
  'sale.order.add': 2.67,
  'sale.order.delete': 1.87,
  'sale.order.get': 1,
  'sale.order.list': 0.59,
  'sale.order.update': 1.4,
}

/** unconfirmed guesses for methods whose page has no sample, by what they do. */
const BY_VERB: [ending: RegExp, seconds: number][] = [
  [/\.(add|update|delete|set)$/, 0.4],
  [/\.(list|get)$/, 0.15],
]
const SMALL = 0.03

/** Seconds that a method takes on a real portal, as far as its documentation shows. Case does not count. */
export function runSeconds(method: string): number {
  const name = method.toLowerCase()
  if (Object.hasOwn(SECONDS, name)) return SECONDS[name] ?? SMALL
  return BY_VERB.find(([ending]) => ending.test(name))?.[1] ?? SMALL
}
