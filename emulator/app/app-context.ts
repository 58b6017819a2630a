import type { MethodCall } from '@emulator/calls/call'
import { RestError, systemError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase } from '@emulator/calls/params'

/** Refuses a missing argument, naming it. The documentation has HTTP 400, but 200 for `placement.bind`. */
export function argumentError(name: string, text = `Argument '${name}' is null or empty`, status = 400): RestError {
  return new RestError('ERROR_ARGUMENT', text, { status, extra: { argument: name } })
}

/** Refuses webhooks: `placement.*` belongs to apps. @see api-reference/widgets/placement-list.md */
export function requireAppToken({ caller }: MethodCall): void {
  if (caller.via !== 'app') throw systemError('WRONG_AUTH_TYPE')
}

/** Says whether the documentation decides about codes and statuses, or other sources do. Switch `refusals`. */
export function followsDocumentation({ portal }: MethodCall): boolean {
  return portal.settings.refusals === 'documentation'
}

/** Reads a text parameter of the older methods; an empty text when it is absent or no text. */
export function readText({ params }: MethodCall, name: string): string {
  const value = readParamAnyCase(params, name)
  return value === undefined || value === null || isMap(value) ? '' : String(value)
}
