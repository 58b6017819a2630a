/** How tests and the developer's panel control the local portal: `/__portal__/*`. */

export type PortalMode = 'deals-only' | 'with-orders'

/** Which owner types `crm.enum.getorderownertypes` lists. */
export type OwnerTypesSetting = 'deal' | 'deal+invoice' | 'deal+invoice+dynamic' | 'none'

/** Who may read `sale.*`: the documentation says administrators only, other sources say every store manager. */
export type SaleRead = 'manager' | 'administrator'

/** What the portal pays for: it decides the rate of requests, and whether REST is there at all. */
export type PortalPlan = 'standard' | 'enterprise' | 'no-rest'

/** Which rows the portal has: the sample, the sample with 20,000 orders and 8,000 deals, or none. */
export type PortalRows = 'sample' | 'large' | 'empty'

export interface PortalSettings {
  mode: PortalMode
  ownerTypes: OwnerTypesSetting
  saleRead: SaleRead
  /** Codes and statuses of refusals about options, placements and `app.info` where the documentation and other sources differ. */
  refusals: 'documentation' | 'other-sources'
  /** Handlers of placements at `localhost`: real portals refuse hosts without a dot, this one is made for them. */
  localHandlers: 'accepted' | 'refused'
  /** What `start: -1` gives in `crm.orderentity.list`: fifty rows, or all of them as its page says. */
  minusOne: 'first-page' | 'all-rows'
  /** Names of fields in `crm.item.*` in capitals, `ID` and `STAGE_ID`: known, or refused. */
  itemKeys: 'any-case' | 'camel-case'
  /** The same for keys of a filter with a prefix, `>ID`, which are said to break. */
  prefixedItemKeys: 'any-case' | 'camel-case'
  /** What becomes of a deal's orders when the deal is deleted. */
  dealDeletion: 'deletes-orders' | 'unbinds-orders'
  /** Whether saved product rows of a deal become the goods of its order, in a portal without an Orders section. */
  productSync: 'first-order' | 'none'
  /** Who may make a storage with `entity.add`. */
  storageMakers: 'everyone' | 'administrators'
  /** A portal language code: `en`, `ru`, `de`, `br`, … */
  language: string
  theme: 'light' | 'dark'
  /** How frames are opened: by POST as for a server-hosted app, or by GET as for a static one. */
  opening: 'post' | 'get'
  /** Id of the person who looks at the portal's pages. */
  user: number
  plan: PortalPlan
  /** Chosen by a reset or a scenario only: other settings leave the rows as they are. */
  rows: PortalRows
  /** The leaky bucket: 50 requests and 2 a second from one address; 250 and 5 on the Enterprise plan. */
  rateLimit: boolean
  /** 480 seconds of run time in ten minutes for one method of one app or webhook. */
  operatingLimit: boolean
  /** Methods really take the time that they say they take. */
  slow: boolean
  /** Every request moves the portal's clock by the time that it says it took; not where `slow` really takes that time. */
  clockByRunTime: boolean
  /** Who may use the app: everyone, or administrators of the portal only. */
  appUsers: 'everyone' | 'administrators'
  /** REST by http is refused, as on a real portal. */
  httpsOnly: boolean
  /** An unknown token or webhook: codes of their own, or `NO_AUTH_FOUND` for both as one page of the documentation says. */
  unknownCaller: 'own-codes' | 'no-auth-found'
  /** HTTP status of a wrong webhook and of a missing scope. */
  accessStatus: '403' | '401'
}

/** The people of the local portal. */
export const PORTAL_USERS = {
  portalAdministrator: 1,
  storeManager: 2,
  employee: 3,
  storeAdministrator: 4,
  appInstaller: 5,
} as const
