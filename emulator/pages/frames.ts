import type { FrameDescriptor, InitData, OpeningForm, TokenPair } from '@contract/frame'
import type { LocalPortal, OpenedFrame, PortalUser, TokenRecord } from '@emulator/portal/state'
import { openSession, renewSession } from '@emulator/calls/identity'
import { AUTHORIZATION_HOST, toServerEndpoint } from '@emulator/portal/authorization-server'

/** What is opened where: a placement with its options, on a portal at this host. */
interface FrameRequest {
  placement: string
  options: Record<string, unknown>
  /** Which of the placement's handlers, from 0; the first unless told. */
  index?: number
  /** Whether the browser sees the portal by https. */
  isSecure?: boolean
  /** Host with port, as the browser sees the portal: `localhost:5173`. */
  host: string
}

/** The portal's own identity, the same for every frame of one portal. */
export const MEMBER_ID = 'd1f0a5b27c9e4836951c0e7b4a2d8f63'
const APPLICATION_TOKEN = '5e0c9a72b1d84f36a8e7130d9b64c2f5'

/** Finds the frame with this sid, if the portal opened one. */
export function findFrame(portal: LocalPortal, sid: string): OpenedFrame | undefined {
  return portal.frames.get(sid)
}

/** The person who looks at the portal's pages now. */
export function currentUser(portal: LocalPortal): PortalUser {
  const user = portal.users.find(({ id }) => id === portal.settings.user)
  if (!user) throw new Error(`The portal has no user ${portal.settings.user}.`)
  return user
}

/**
 * Whether the app still waits for its installer. Only an app with an installer page can.
 * @see settings/app-installation/local-apps/installation-master.md
 */
export function isInstalling(portal: LocalPortal): boolean {
  return !portal.app.isInstalled && portal.app.installer !== undefined
}

/** Whether a person may install the app: administrators may, and whoever was given the right (unconfirmed: FACTS.md). */
export function mayInstall({ isAdmin, mayInstall = false }: PortalUser): boolean {
  return isAdmin || mayInstall
}

/**
 * Makes a frame for the current user: a fresh sid, fresh tokens, everything that the page needs to open it. While the app is
 * being installed it opens the installer, whatever was asked for (unconfirmed: FACTS.md).
 */
export function openFrame(portal: LocalPortal, request: FrameRequest): FrameDescriptor {
  const user = currentUser(portal)
  const sid = portal.randomHex()
  const tokens = openSession(portal, user.id)
  portal.frames.set(sid, { userId: user.id, placement: request.placement, tokens })
  const placement = portal.app.placements.filter(({ code }) => code === request.placement)[request.index ?? 0]
  const handler =
    isInstalling(portal) && portal.app.installer ? portal.app.installer : (placement?.handler ?? portal.app.handler)
  const height = Number(placement?.options?.height)
  return {
    sid,
    url: withPortalQuery(handler, [
      ['DOMAIN', request.host],
      ['PROTOCOL', String(protocolOf(request))],
      ['LANG', portal.settings.language],
      ['APP_SID', sid],
    ]),
    appOrigin: new URL(handler).origin,
    opening: portal.settings.opening,
    ...(height > 0 && { height }),
    form: toForm(portal, request, tokens),
    init: toInit(portal, request, { user, tokens }),
  }
}

/** Gives a frame new tokens; nothing when the sid is unknown or its refresh token is void. */
export function refreshFrame(portal: LocalPortal, sid: string): TokenPair | undefined {
  const frame = findFrame(portal, sid)
  const tokens = frame && renewSession(portal, frame.tokens.refreshToken)
  if (!frame || !tokens) return undefined
  frame.tokens = tokens
  return { AUTH_ID: tokens.accessToken, AUTH_EXPIRES: lifetime(portal, tokens), REFRESH_ID: tokens.refreshToken }
}

/** How the portal tells an app its own scheme: in the address, in the frame's name and in the first answer. */
function protocolOf({ isSecure }: FrameRequest): 0 | 1 {
  return isSecure ? 1 : 0
}

/** The portal does not encode these values: the colon of the port stays as it is. */
function withPortalQuery(handler: string, pairs: [string, string][]): string {
  const query = pairs.map(([name, value]) => `${name}=${value}`).join('&')
  return `${handler}${handler.includes('?') ? '&' : '?'}${query}`
}

function lifetime(portal: LocalPortal, tokens: TokenRecord): string {
  return String(Math.max(0, Math.round((tokens.expiresAt - portal.now()) / 1000)))
}

/** @see settings/oauth/simple-way.md */
function toForm(portal: LocalPortal, { placement, options }: FrameRequest, tokens: TokenRecord): OpeningForm {
  const form: OpeningForm = {
    AUTH_ID: tokens.accessToken,
    AUTH_EXPIRES: lifetime(portal, tokens),
    REFRESH_ID: tokens.refreshToken,
    SERVER_ENDPOINT: toServerEndpoint(AUTHORIZATION_HOST),
    APPLICATION_TOKEN,
    APPLICATION_SCOPE: portal.app.scopes.join(','),
    member_id: MEMBER_ID,
    status: 'L',
    PLACEMENT: placement.toUpperCase(),
  }
  // PHP writes slashes in JSON as `\/`. @see api-reference/widgets/crm/detail-tab.md
  const json = JSON.stringify(options).replaceAll('/', '\\/')
  return Object.keys(options).length > 0 ? { ...form, PLACEMENT_OPTIONS: json } : form
}

function toInit(
  portal: LocalPortal,
  request: FrameRequest,
  { user, tokens }: { user: PortalUser; tokens: TokenRecord },
): InitData {
  const { placement, options, host } = request
  const userOptions = portal.app.userOptions.get(user.id) ?? {}
  return {
    LANG: portal.settings.language,
    DOMAIN: host,
    PROTOCOL: protocolOf(request),
    PATH: '/rest',
    AUTH_ID: tokens.accessToken,
    AUTH_EXPIRES: lifetime(portal, tokens),
    REFRESH_ID: tokens.refreshToken,
    MEMBER_ID,
    FIRST_RUN: !('install' in userOptions),
    IS_ADMIN: mayInstall(user),
    INSTALL: isInstalling(portal),
    USER_OPTIONS: orEmptyList(userOptions),
    APP_OPTIONS: orEmptyList(portal.app.options),
    PLACEMENT: placement.toUpperCase(),
    PLACEMENT_OPTIONS: orEmptyList(options),
  }
}

function orEmptyList<Value>(map: Record<string, Value>): Record<string, Value> | never[] {
  return Object.keys(map).length > 0 ? map : []
}
