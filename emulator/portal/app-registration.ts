/** A placement that opens the app from the first moment on. */
export interface RegisteredPlacement {
  /** `CRM_DEAL_DETAIL_TAB`, `LEFT_MENU`, … */
  code: string
  /** What its tab or menu item is called, by language; the app's title unless told. */
  titles?: Record<string, string>
  /** Address of the page that it opens, absolute or relative to the app's page; the app's page unless told. */
  handler?: string
}

/** What a portal administrator says of an app when registering it, beyond the address of its page. */
export interface AppRegistration {
  /** Address of its installer, absolute or relative to the app's page; an app without one needs no installation. */
  installer?: string
  /** `My app` unless told. */
  title?: string
  /** What the app may ask for; `crm`, `sale` and `placement` unless told. */
  scopes?: string[]
  /** Placements that open the app; a code alone opens its page. None unless told: the app has a page of its own. */
  placements?: (string | RegisteredPlacement)[]
}
