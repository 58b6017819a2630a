import type { FrameDescriptor } from '@contract/frame'
import type { PortalSettings } from '@emulator/portal/portal-settings'
/** The protocol between a page of the local portal and its server. Private to the local portal: no app sees it. */

export interface PagePerson {
  id: number
  name: string
  position: string
}

/** Texts that the page's scripts show, in the portal's language. */
export interface ScriptMessages {
  close: string
  cancel: string
  choose: string
  search: string
  loading: string
  nothingFound: string
  failed: string
  chooseUser: string
  chooseAccess: string
  chooseCrm: string
  allUsers: string
  app: string
  ok: string
  refreshRefused: string
  kinds: Record<CrmKind, string>
}

/** What the server gives the page's scripts, as JSON inside the page. */
export interface PageBoot {
  settings: PortalSettings
  people: PagePerson[]
  messages: ScriptMessages
  clientId: string
  appTitle: string
  /** Codes of the placements that the app has registered, each once. */
  placements: string[]
}

/** Object types of the CRM dialog, in the order of its tabs. */
export const CRM_KINDS = ['lead', 'contact', 'company', 'deal', 'quote'] as const

export type CrmKind = (typeof CRM_KINDS)[number]

export interface OpenFrameRequest {
  placement: string
  /** Which of the placement's handlers, from 0; the first unless told. */
  index?: number
  /** Scalars are sent on as strings, as PHP forms do. */
  options: Record<string, unknown>
}

/** The app is not installed yet, and this person may not install it: the portal shows a sentence instead of a frame. */
export interface FrameRefusal {
  refused: string
}

export type OpenFrameAnswer = FrameDescriptor | FrameRefusal

/** One row of a choosing dialog. */
export interface FoundName {
  id: number
  title: string
  note: string
  url: string
}

export const BRIDGE_PATH = '/__frame__/'
/** Scripts and styles of the portal's pages. */
export const ASSET_PATH = `${BRIDGE_PATH}assets/`

/** Gives the fields of an object; none for anything else. */
export function toFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}
