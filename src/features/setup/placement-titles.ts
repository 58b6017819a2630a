import type { PlacementTitles } from '@/domain/placement'
import { ORDERS_BUTTON, readObjectCode } from '@/domain/placement'
import { translateEverywhere } from '@/i18n/every-language'
import { LANGUAGES } from '@/i18n/messages'

/**
 * Gives what a placement is called, in every language of the app: the place of an order names its owner, every other one orders.
 * Above the portal's own orders that would say nothing: there it is the app's name, which is the same in all of them.
 */
export async function placementTitles(code: string): Promise<PlacementTitles> {
  if (code === ORDERS_BUTTON) return Object.fromEntries(LANGUAGES.map((language) => [language, 'Order Binder']))
  const isOfOrder = readObjectCode(code)?.subject === 'ORDER'
  return translateEverywhere(isOfOrder ? 'setup.titles.owner' : 'setup.titles.orders')
}
