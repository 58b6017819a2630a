import type { LocalPortal } from '@emulator/portal/state'
import type { PageAnswer, PageRequest } from './answer-page'
import type { OpenFrameAnswer } from './bridge-protocol'
import { matchFrameFault } from '@emulator/faults/faults'
import { BRIDGE_PATH, toFields } from './bridge-protocol'
import { findNames } from './find-names'
import { currentUser, findFrame, isInstalling, mayInstall, openFrame, refreshFrame } from './frames'
import { pageMessages } from './page-messages'

type Fields = Record<string, unknown>
type BridgeRoute = (portal: LocalPortal, fields: Fields, url: URL) => PageAnswer

const ROUTES: Record<string, BridgeRoute> = {
  'open': (portal, fields, url) => jsonAnswer(200, answerOpen(portal, fields, url)),
  'refresh': answerRefresh,
  'option': answerOption,
  'installed': answerInstalled,
  'first-run': answerFirstRun,
  'names': (portal, fields) => jsonAnswer(200, findNames(portal, toText(fields.kind), toText(fields.search))),
  'fault': (portal, fields) => jsonAnswer(200, { effect: matchFrameFault(portal, toText(fields.command)) ?? null }),
}

/** Answers what the portal page's scripts ask for their frames, `POST /__frame__/<route>` with JSON; nothing for any other address. */
export function answerBridge(portal: LocalPortal, { method, url, body }: PageRequest): PageAnswer | undefined {
  const name = url.pathname.slice(BRIDGE_PATH.length)
  const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined
  if (method !== 'POST' || !route) return undefined
  return route(portal, toFields(body), url)
}

function answerOpen(portal: LocalPortal, fields: Fields, url: URL): OpenFrameAnswer {
  if (isInstalling(portal) && !mayInstall(currentUser(portal))) {
    return { refused: pageMessages(portal.settings.language).notInstalled }
  }
  return openFrame(portal, {
    placement: toText(fields.placement),
    options: toFields(stringifyScalars(fields.options)),
    index: Number(fields.index ?? 0),
    host: url.host,
    isSecure: url.protocol === 'https:',
  })
}

function answerRefresh(portal: LocalPortal, { sid }: Fields): PageAnswer {
  const tokens = refreshFrame(portal, toText(sid))
  return tokens ? jsonAnswer(200, tokens) : jsonAnswer(401, { error: 'invalid_grant' })
}

/** App options are the portal administrator's; user options are one's own. Both answer the whole set. */
function answerOption(portal: LocalPortal, { sid, scope, name, value }: Fields): PageAnswer {
  const frame = findFrame(portal, toText(sid))
  const user = portal.users.find(({ id }) => id === frame?.userId)
  if (!user || toText(name) === '') return jsonAnswer(404, {})
  if (scope === 'app' && !user.isAdmin) return jsonAnswer(403, {})
  const options = scope === 'app' ? portal.app.options : userOptions(portal, user.id)
  options[toText(name)] = value
  return jsonAnswer(200, options)
}

function answerInstalled(portal: LocalPortal, { sid, value }: Fields): PageAnswer {
  const frame = findFrame(portal, toText(sid))
  const user = portal.users.find(({ id }) => id === frame?.userId)
  if (!user || !mayInstall(user)) return jsonAnswer(403, {})
  portal.app.isInstalled = value !== false
  return jsonAnswer(200, {})
}

/** The portal stores a first run as the person's option `install` (unconfirmed: FACTS.md). */
function answerFirstRun(portal: LocalPortal, { sid, value }: Fields): PageAnswer {
  const frame = findFrame(portal, toText(sid))
  if (!frame) return jsonAnswer(404, {})
  userOptions(portal, frame.userId).install = value ?? true
  return jsonAnswer(200, {})
}

function userOptions(portal: LocalPortal, userId: number): Record<string, unknown> {
  const known = portal.app.userOptions.get(userId)
  if (known) return known
  const fresh = Object.create(null) as Record<string, unknown> // A null prototype: names come from the app.
  portal.app.userOptions.set(userId, fresh)
  return fresh
}

function jsonAnswer(status: number, value: unknown): PageAnswer {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
  return { status, headers, body: JSON.stringify(value) }
}

/** Options travel through a form on a real portal: every scalar arrives as a string, at any depth. */
function stringifyScalars(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stringifyScalars)
  if (typeof value !== 'object' || value === null) return toText(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, stringifyScalars(inner)]))
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
