import type { PlacementRow, PlacementTexts } from '@contract/placements'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { InstalledApp, LocalPortal } from '@emulator/portal/state'
import { argumentError, followsDocumentation, readText, requireAppToken } from '@emulator/app/app-context'
import {
  BACKGROUND_WORKER,
  SINGLE_PLACEMENTS,
  allCodes,
  availableCodes,
  scopeCodes,
} from '@emulator/app/placement-codes'
import { RestError } from '@emulator/calls/errors'
import { isMap, isYes, readParamAnyCase, toInt } from '@emulator/calls/params'
import { toPhpMap } from '@emulator/php/php-json'
import { mapValues } from '@emulator/rows/map-values'

type BoundPlacement = InstalledApp['placements'][number]

function requireAdmin(call: MethodCall): void {
  requireAppToken(call)
  if (!call.caller.user.isAdmin) throw new RestError('ACCESS_DENIED', 'Access denied!', { status: 403 })
}

/** The documentation answers mistakes in a binding with HTTP 200, other sources with 400. Switch `refusals`. */
function bindError(call: MethodCall, code: string, text: string): RestError {
  return new RestError(code, text, { status: followsDocumentation(call) ? 200 : 400 })
}

/** The handler has to be an address that the portal can reach: a real one refuses hosts without a dot. Switch `localHandlers`. */
function requireHandler(call: MethodCall, handler: string): void {
  const url = URL.canParse(handler) ? new URL(handler) : undefined
  if (url && !['http:', 'https:'].includes(url.protocol))
    throw bindError(call, 'ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported protocol')
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  const isReachable =
    url !== undefined && (isLocal ? call.portal.settings.localHandlers === 'accepted' : url.hostname.includes('.'))
  if (!isReachable) throw bindError(call, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL')
}

/** unconfirmed: of the placements in CRM only these two kinds keep options. */
function keepsOptions(code: string): boolean {
  return !code.startsWith('CRM_') || code.endsWith('_DETAIL_ACTIVITY') || code.endsWith('_AUTOCOMPLETE')
}

function requireOptions(call: MethodCall, code: string, userId: number): Record<string, unknown> {
  const options = readParamAnyCase(call.params, 'OPTIONS')
  const known = isMap(options) && keepsOptions(code) ? { ...options } : {}
  if (code !== BACKGROUND_WORKER && userId > 0)
    throw bindError(call, 'ERROR_PLACEMENT_USER_MODE', 'User mode is not available.')
  if (code === BACKGROUND_WORKER && !known.errorHandlerUrl) {
    throw bindError(call, 'EMPTY_ERROR_HANDLER_URL', "Option 'errorHandlerUrl' is empty")
  }
  return known
}

function toTexts(source: MethodCall['params']): PlacementTexts {
  const text = (name: keyof PlacementTexts) => String(readParamAnyCase(source, name) ?? '')
  return { TITLE: text('TITLE'), DESCRIPTION: text('DESCRIPTION'), GROUP_NAME: text('GROUP_NAME') }
}

/** Words by language. With `LANG_ALL` those outside it are ignored; without, they are those of the portal's language. */
function readTexts({ portal, params }: MethodCall): Record<string, PlacementTexts> {
  const all = readParamAnyCase(params, 'LANG_ALL')
  const entries = isMap(all) ? Object.entries(all).filter(([, texts]) => isMap(texts)) : []
  if (entries.length > 0)
    return Object.fromEntries(entries.map(([language, texts]) => [language, toTexts(isMap(texts) ? texts : {})]))
  return { [portal.settings.language]: toTexts(params) }
}

function requireFreePlacement(call: MethodCall, code: string, handler: string): void {
  const bound = call.portal.app.placements.filter((placement) => placement.code === code)
  if (bound.some((placement) => placement.handler === handler)) {
    throw new RestError('ERROR_CORE', 'Unable to set placement handler: Handler already binded')
  }
  if (SINGLE_PLACEMENTS.includes(code) && bound.length > 0) {
    throw bindError(call, 'ERROR_PLACEMENT_MAX_COUNT', 'Placement max count: 1')
  }
}

/** Adds a handler. @see api-reference/widgets/placement-bind.md */
function bind(call: MethodCall): ReplyOf<'placement.bind'> {
  requireAdmin(call)
  const { portal, caller } = call
  const argumentStatus = followsDocumentation(call) ? 200 : 400
  const [code, handler] = [readText(call, 'PLACEMENT').toUpperCase(), readText(call, 'HANDLER')]
  if (code === '') throw argumentError('PLACEMENT', undefined, argumentStatus)
  if (handler === '') throw argumentError('HANDLER', undefined, argumentStatus)
  if (!availableCodes(portal, caller.scopes).includes(code))
    throw new RestError('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found')
  const userId = toInt(readParamAnyCase(call.params, 'USER_ID'))
  const options = requireOptions(call, code, userId)
  requireHandler(call, handler)
  requireFreePlacement(call, code, handler)
  const texts = readTexts(call)
  const titled = Object.entries(texts).filter(([, { TITLE }]) => TITLE !== '')
  const titles = Object.fromEntries(titled.map(([language, { TITLE }]) => [language, TITLE]))
  portal.app.placements.push({ code, handler, titles, options, texts, ...(userId > 0 ? { userId } : {}) })
  return { result: true }
}

/** Takes handlers away. Each counts twice: once found, once removed. @see api-reference/widgets/placement-unbind.md */
function unbind(call: MethodCall): ReplyOf<'placement.unbind'> {
  requireAdmin(call)
  const { app } = call.portal
  if (isMap(readParamAnyCase(call.params, 'PLACEMENT'))) {
    throw argumentError('PLACEMENT', "The value of an argument 'PLACEMENT' must be of type string")
  }
  const [code, handler] = [readText(call, 'PLACEMENT').toUpperCase(), readText(call, 'HANDLER')]
  if (code === '') throw argumentError('PLACEMENT')
  const userId = toInt(readParamAnyCase(call.params, 'USER_ID'))
  const isMatch = (placement: BoundPlacement) =>
    placement.code === code &&
    (handler === '' || placement.handler === handler) &&
    (userId <= 0 || placement.userId === userId)
  const kept = app.placements.filter((placement) => !isMatch(placement))
  const count = (app.placements.length - kept.length) * 2
  app.placements = kept
  return { result: { count } }
}

function chooseText(portal: LocalPortal, texts: Record<string, PlacementTexts>): PlacementTexts | undefined {
  return texts[portal.settings.language] ?? texts.en ?? Object.values(texts)[0]
}

function toRow(portal: LocalPortal, placement: BoundPlacement): PlacementRow {
  const registered = mapValues(placement.titles, (TITLE): PlacementTexts => ({
    TITLE,
    DESCRIPTION: '',
    GROUP_NAME: '',
  }))
  const texts = placement.texts ?? registered
  const text = chooseText(portal, texts)
  return {
    placement: placement.code,
    userId: placement.userId ?? 0,
    handler: placement.handler,
    options: toPhpMap(placement.options ?? {}),
    title: text?.TITLE || portal.app.title,
    description: text?.DESCRIPTION ?? '',
    langAll: toPhpMap(texts),
  }
}

/** @see api-reference/widgets/placement-get.md */
function get(call: MethodCall): ReplyOf<'placement.get'> {
  requireAdmin(call)
  return { result: call.portal.app.placements.map((placement) => toRow(call.portal, placement)) }
}

/** @see api-reference/widgets/placement-list.md */
function list(call: MethodCall): ReplyOf<'placement.list'> {
  requireAppToken(call)
  const { portal, caller, params } = call
  const scope = readText(call, 'SCOPE')
  if (scope !== '') return { result: scopeCodes(portal, scope) }
  return { result: isYes(readParamAnyCase(params, 'FULL')) ? allCodes(portal) : availableCodes(portal, caller.scopes) }
}

/** Where an app shows itself. */
export const PLACEMENT_METHODS = {
  'placement.bind': { scopes: ['placement'], legacy: true, run: bind },
  'placement.unbind': { scopes: ['placement'], legacy: true, run: unbind },
  'placement.get': { scopes: ['placement'], legacy: true, run: get },
  'placement.list': { scopes: ['placement'], legacy: true, run: list },
} satisfies Partial<MethodTable>
