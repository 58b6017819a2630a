import type { OwnerTypeId } from './id'

/** Where in the portal the app was opened. */
export interface Placement {
  /** In upper case: `DEFAULT`, `CRM_DEAL_DETAIL_TAB`, `CRM_DYNAMIC_1038_LIST_MENU`, … */
  code: string
  /** The type that the code names; absent where it names none that could own an order. */
  ownerTypeId?: OwnerTypeId
  /** Whose card or row it is; absent where the portal named no object. */
  objectId?: number
}

/** Who opened the app, where and in which language; read once at the start. */
export interface Session {
  placement: Placement
  /** A portal language code: `en`, `ru`, `br`, … */
  language: string
  /** Administrator of the portal, or a person who may install the app. */
  isAdmin: boolean
  /** The app waits for its installer. */
  isInstalling: boolean
  /** The page stands in a slider that the app itself opened: it fills the frame. */
  isSlider: boolean
}

/** Whether this person may change bindings: a hint, asked once. */
export type WriteRight = 'yes' | 'no' | 'unknown'

/** How the app looks to a person. */
export type Theme = 'light' | 'dark'
