import type { PlacementTitles } from '@/domain/placement'
import { readObjectCode } from '@/domain/placement'
import { translateEverywhere } from '@/i18n/every-language'

/** Gives what a placement is called, in every language of the app: the place of an order names its owner, every other one orders. */
export function placementTitles(code: string): Promise<PlacementTitles> {
  const isOfOrder = readObjectCode(code)?.subject === 'ORDER'
  return translateEverywhere(isOfOrder ? 'setup.titles.owner' : 'setup.titles.orders')
}
