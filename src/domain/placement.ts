import type { OwnerTypeId } from './id'

/** Where a placement of one kind of object shows the app: a tab and two buttons of its card, the menu of its rows in lists, and the one above. */
export const SPOTS = ['DETAIL_TAB', 'LIST_MENU', 'LIST_TOOLBAR', 'DETAIL_TOOLBAR', 'DETAIL_ACTIVITY'] as const

export type Spot = (typeof SPOTS)[number]

/** The button above the portal's list of orders: a door to the app's own page, which names no order and brings none. */
export const ORDERS_BUTTON = 'CRM_ORDER_LIST_TOOLBAR'

/** Cards, their buttons and menus, and lists. */
const OBJECT_CODE = new RegExp(`^CRM_(ORDER|DEAL|SMART_INVOICE|DYNAMIC_\\d+)_(${SPOTS.join('|')})$`)

/** Reads a code that the app has a page for: the kind of object, and where on it; nothing for every other code. */
export function readObjectCode(code: string): { subject: string; spot: Spot } | undefined {
  const [, subject = '', place] = OBJECT_CODE.exec(code) ?? []
  const spot = SPOTS.find((known) => known === place)
  // Above other lists there is nothing to open: the portal names no object there.
  if (spot === 'LIST_TOOLBAR' && code !== ORDERS_BUTTON) return undefined
  return spot && { subject, spot }
}

/** A placement that the portal offers to this app. */
export interface AvailablePlacement {
  code: string
  /** The type that the code names; absent where it names none that could own an order. */
  ownerTypeId?: OwnerTypeId
}

/** A placement that opens this app. */
export interface RegisteredPlacement {
  code: string
  /** Address of the page that it opens. */
  handler: string
  /** That page is the one of the app that runs now. */
  isHere: boolean
}

/** What a placement is called, by the portal's code of the language. */
export type PlacementTitles = Readonly<Record<string, string>>
