/** How a portal page and the app in its frame talk. */
import type { PhpMap } from './rest'

/** Answer of `getInitData`, fields in the order in which a portal sends them. */
export interface InitData {
  LANG: string
  /** Host with port. */
  DOMAIN: string
  PROTOCOL: 0 | 1
  PATH: '/rest'
  AUTH_ID: string
  /** Seconds, as a string. */
  AUTH_EXPIRES: string
  REFRESH_ID: string
  MEMBER_ID: string
  FIRST_RUN: boolean
  IS_ADMIN: boolean
  INSTALL: boolean
  USER_OPTIONS: PhpMap<unknown>
  APP_OPTIONS: PhpMap<unknown>
  PLACEMENT: string
  /** Scalars as strings. */
  PLACEMENT_OPTIONS: PhpMap<unknown> | string
}

/** Fields of the form that opens a server-hosted app. @see settings/oauth/simple-way.md */
export interface OpeningForm {
  AUTH_ID: string
  AUTH_EXPIRES: string
  REFRESH_ID: string
  SERVER_ENDPOINT: string
  APPLICATION_TOKEN: string
  APPLICATION_SCOPE: string
  member_id: string
  status: 'L' | 'F' | 'D' | 'T' | 'P' | 'S'
  PLACEMENT: string
  /** JSON; the field is left out when there are no options. */
  PLACEMENT_OPTIONS?: string
}

/** A new pair of tokens for a frame that is open. `AUTH_EXPIRES` in seconds. */
export interface TokenPair {
  AUTH_ID: string
  AUTH_EXPIRES: string
  REFRESH_ID: string
}

/** Everything that a portal page needs to put one frame into itself. */
export interface FrameDescriptor {
  /** 32 hexadecimal characters, new for every render. */
  sid: string
  /** Address of the handler with `DOMAIN`, `PROTOCOL`, `LANG` and `APP_SID`. */
  url: string
  /** Origin that messages of this frame come from. */
  appOrigin: string
  /** `post` for a server-hosted app, `get` for a static one. */
  opening: 'post' | 'get'
  /** Height in pixels that was registered with the placement. */
  height?: number
  form: OpeningForm
  init: InitData
}

/** The general commands, common to all placements. */
export const GENERAL_COMMANDS = [
  'getInitData',
  'setInstall',
  'setInstallFinish',
  'refreshAuth',
  'resizeWindow',
  'setTitle',
  'setScroll',
  'reloadWindow',
  'closeApplication',
  'openApplication',
  'openPath',
  'selectUser',
  'selectAccess',
  'selectCRM',
  'setAppOption',
  'setUserOption',
  'imCallTo',
  'imPhoneTo',
  'imOpenMessenger',
  'imOpenHistory',
  'getInterface',
  'placementBindEvent',
  'showAppForm',
] as const
