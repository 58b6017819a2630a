import type { OrderId } from './id'
import type { OwnerRef } from './owner'

/** What the opened page is about. */
export type Placement =
  | { kind: 'app' }
  | { kind: 'owner'; owner: OwnerRef }
  | { kind: 'order'; orderId: OrderId }
  /** A placement that this version has no page for, or one without a usable id. */
  | { kind: 'unknown'; code: string }

/** Who opened the app, where and in which language; read once at the start. */
export interface Session {
  placement: Placement
  /** A portal language code: `en`, `ru`, `br`, … */
  language: string
  /** Administrator of the portal, or a person who may install the app. */
  isAdmin: boolean
  /** The page stands in a slider that the app itself opened: it fills the frame. */
  isSlider: boolean
}

/** Whether this person may change bindings: a hint, asked once. */
export type WriteRight = 'yes' | 'no' | 'unknown'
