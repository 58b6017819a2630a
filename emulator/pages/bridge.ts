import type { LocalPortal } from '@emulator/portal/state'
import type { PageAnswer, PageRequest } from './answer-page'
import type { OpenFrameAnswer } from './bridge-protocol'
import { matchFrameFault } from '@emulator/faults/faults'
import { BRIDGE_PATH, toFields } from './bridge-protocol'
import { currentUser, findFrame, isInstalling, openFrame, refreshFrame } from './frames'
import { findNames } from './names'
import { pageMessages } from './page-messages'

type Fields = Record<string, unknown>
type Route = (portal: LocalPortal, fields: Fields, url: URL) => PageAnswer

const ROUTES: Record<string, Route> = {
  'open': (portal, fields, url) => json(200, answerOpen(portal, fields, url)),
  'refresh': answerRefresh,
  'option': answerOption,
  'installed': answerInstalled,
  'first-run': answerFirstRun,
  'names': (portal, fields) => json(200, findNames(portal, text(fields.kind), text(fields.search))),
  'fault': (portal, fields) => json(200, { effect: matchFrameFault(portal, text(fields.command)) ?? null }),
}

/** Answers what the portal page's scripts ask for their frames, `POST /__frame__/<route>` with JSON; nothing for any other address. */
export function answerBridge(portal: LocalPortal, { method, url, body }: PageRequest): PageAnswer | undefined {
  const name = url.pathname.slice(BRIDGE_PATH.length)
  const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined
  if (method !== 'POST' || !route) return undefined
  return route(portal, toFields(body), url)
}

function answerOpen(portal: LocalPortal, fields: Fields, url: URL): OpenFrameAnswer {
  if (isInstalling(portal) && !currentUser(portal).isAdmin) {
    return { refused: pageMessages(portal.settings.language).notInstalled }
  }
  return openFrame(portal, {
    placement: text(fields.placement),
    options: toFields(withStrings(fields.options)),
    index: Number(fields.index ?? 0),
    host: url.host,
    isSecure: url.protocol === 'https:',
  })
}

function answerRefresh(portal: LocalPortal, { sid }: Fields): PageAnswer {
  const tokens = refreshFrame(portal, text(sid))
  return tokens ? json(200, tokens) : json(401, { error: 'invalid_grant' })
}

/** App options are the portal administrator's; user options are one's own. Both answer the whole set. */
function answerOption(portal: LocalPortal, { sid, scope, name, value }: Fields): PageAnswer {
  const frame = findFrame(portal, text(sid))
  const user = portal.users.find(({ id }) => id === frame?.userId)
  if (!user || text(name) === '') return json(404, {})
  if (scope === 'app' && !user.isAdmin) return json(403, {})
  const options = scope === 'app' ? portal.app.options : userOptions(portal, user.id)
  options[text(name)] = value
  return json(200, options)
}

function answerInstalled(portal: LocalPortal, { sid, value }: Fields): PageAnswer {
  const frame = findFrame(portal, text(sid))
  const user = portal.users.find(({ id }) => id === frame?.userId)
  if (!user?.isAdmin) return json(403, {})
  portal.app.isInstalled = value !== false
  return json(200, {})
}

/** The portal remembers a first run as the person's option `install` (unconfirmed: FACTS.md). */
function answerFirstRun(portal: LocalPortal, { sid, value }: Fields): PageAnswer {
  const frame = findFrame(portal, text(sid))
  if (!frame) return json(404, {})
  userOptions(portal, frame.userId).install = value ?? true
  return json(200, {})
}

function userOptions(portal: LocalPortal, userId: number): Record<string, unknown> {
  const known = portal.app.userOptions.get(userId)
  if (known) return known
  const fresh = Object.create(null) as Record<string, unknown> // A null prototype: names come from the app.
  portal.app.userOptions.set(userId, fresh)
  return fresh
}

function json(status: number, value: unknown): PageAnswer {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
  return { status, headers, body: JSON.stringify(value) }
}

/** Options travel through a form on a real portal: every scalar arrives as a string, at any depth. */
function withStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStrings)
  if (typeof value !== 'object' || value === null) return text(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withStrings(inner)]))
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
