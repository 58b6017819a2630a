import type { OwnerTypeId } from './id'

/** Where a placement of one kind of object shows the app: a tab and two buttons of its card, and the menu of its rows in lists. */
export const SPOTS = ['DETAIL_TAB', 'LIST_MENU', 'DETAIL_TOOLBAR', 'DETAIL_ACTIVITY'] as const

export type Spot = (typeof SPOTS)[number]

/** Cards, their buttons and menus, and rows of lists: wherever the portal names one object. */
const OBJECT_CODE = new RegExp(`^CRM_(ORDER|DEAL|SMART_INVOICE|DYNAMIC_\\d+)_(${SPOTS.join('|')})$`)

/** Reads a code that the app has a page for: the kind of object, and where on it; nothing for every other code. */
export function readObjectCode(code: string): { subject: string; spot: Spot } | undefined {
  const [, subject = '', place] = OBJECT_CODE.exec(code) ?? []
  const spot = SPOTS.find((known) => known === place)
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
