/** The REST interface about itself. @see api-reference/common/system/index.md */
import type { OpeningForm } from './frame'
import type { YesNo } from './rest'

/** Whether the portal has a method, and whether the caller may use it. @see api-reference/common/system/method-get.md */
export interface MethodGetResult {
  isExisting: boolean
  isAvailable: boolean
}

/** The app that asks. @see api-reference/common/system/app-info.md */
interface AppInfo {
  ID: number
  CODE: string
  VERSION: number
  STATUS: OpeningForm['status']
  INSTALLED: boolean
  PAYMENT_EXPIRED: YesNo
  /** Days that are left of a paid or trial period, negative afterwards. */
  DAYS: number | null
  LANGUAGE_ID: string
  /** Region and plan: `de_ent250`. */
  LICENSE: string
  LICENSE_TYPE: string
  LICENSE_FAMILY: string
}

/** A webhook, where it is not refused, gets its scopes and the plan only. unconfirmed */
export type AppInfoResult = AppInfo | { SCOPE: readonly string[]; LICENSE: string }

/**
 * The app that a token belongs to, as the authorization server knows it: `app.info` at its host. unconfirmed but for `user_id` and
 * `client_id`: no page names the fields.
 */
export interface AuthorizedAppInfo {
  client_id: string
  /** With commas between. */
  scope: string
  /** ISO 8601: when the token runs out. */
  expires: string
  install: {
    installed: boolean
    version: number
    status: OpeningForm['status']
    scope: string
    /** Host of the portal. */
    domain: string
    /** Origin of the portal. */
    uri: string
    client_endpoint: string
    member_id: string
    member_type: string
  }
  user_id: number
}
