/** How a portal works. */
export type OrdersMode = 'deals-only' | 'with-orders'

/** What an administrator has set for everybody who uses the app in this portal. */
export interface AppSettings {
  /** Whether people of this portal work with orders, or with the deals that orders make; no method of the portal tells it. */
  ordersMode: OrdersMode
  /** Smart invoices are offered as owners where the portal's own list leaves them out. */
  offersInvoices: boolean
  /** What is likely stands first, before anybody types. */
  suggests: boolean
  /** Moves are sent so that the portal refuses them where somebody was quicker. */
  guardedMoves: boolean
  /** The longest text in bytes that the app's storage gave back whole when it was last tried out; 0 before. */
  storageSize: number
}

/** What holds until somebody sets something else: what new portals are like, and nothing that no portal has shown yet. */
export const DEFAULT_SETTINGS: AppSettings = {
  ordersMode: 'deals-only',
  offersInvoices: false,
  suggests: true,
  guardedMoves: false,
  storageSize: 0,
}
