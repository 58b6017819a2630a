/** Seconds that a method reports, by the sample answer of its documentation page, rounded. */
const SECONDS: Record<string, number> = {
  'app.info': 0.04,
  'app.option.get': 0.04,
  'app.option.set': 0.04,
  'crm.currency.base.get': 0.81,
  'crm.currency.get': 0.8,
  'crm.currency.list': 0.85,
  'crm.deal.add': 0.95,
  'crm.deal.delete': 5.87,
  'crm.deal.get': 0.64,
  'crm.deal.list': 0.88,
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
  'crm.status.list': 0.04,
  'crm.type.get': 0.47,
  'crm.type.getbyentitytypeid': 0.47,
  'crm.type.list': 0.86,
  'entity.add': 0.42,
  'entity.delete': 0.4,
  'entity.get': 0.09,
  'entity.item.add': 0.64,
  'entity.item.delete': 1.34,
  'entity.item.get': 0.63,
  'entity.item.property.add': 0.56,
  'entity.item.property.delete': 0.54,
  'entity.item.property.get': 0.08,
  'entity.item.property.update': 0.15,
  'entity.item.update': 0.47,
  'entity.rights': 0.8,
  'entity.update': 0.55,
  'placement.bind': 0.62,
  'placement.get': 0.62,
  'placement.list': 0.62,
  'placement.unbind': 1,
  'sale.order.add': 2.67,
  'sale.order.delete': 1.87,
  'sale.order.get': 1,
  'sale.order.list': 0.59,
  'sale.order.update': 1.4,
  'sale.property.list': 0.24,
  'sale.status.list': 0.22,
  'sale.statuslang.getlistlangs': 0.03,
  'sale.statuslang.list': 0.21,
  'user.admin': 0.07,
  'user.current': 0.02,
  'user.get': 0.05,
  'user.option.get': 0.04,
  'user.option.set': 0.04,
}

/** unconfirmed guesses: methods without a page, and `crm.category.list`, whose page shows 15.57 seconds. */
const BY_VERB: [ending: RegExp, seconds: number][] = [
  [/\.(add|update|delete|set)$/, 0.4],
  [/\.(list|get)$/, 0.15],
]
const DEFAULT_SECONDS = 0.04

/** Seconds that a method takes on a real portal, as far as its documentation shows. Letter case does not count. */
export function runSeconds(method: string): number {
  const name = method.toLowerCase()
  if (Object.hasOwn(SECONDS, name)) return SECONDS[name] ?? DEFAULT_SECONDS
  return BY_VERB.find(([ending]) => ending.test(name))?.[1] ?? DEFAULT_SECONDS
}
