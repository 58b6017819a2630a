import type { Changed } from './failure'
import { PortalFailure } from './failure'

/** File, line and column in a line of a stack, as every browser writes them; between file and line may stand a query. */
const PLACE = /([\w.-]+\.(?:js|mjs|ts|vue))(?:\?[^:\s]*)?(:\d+:\d+)/

/**
 * Gives a mistake of ours as a failure. Its code names the error and where it happened, for those who support the app; never the
 * error's message, which may hold a value.
 */
export function toAppError(mistake: unknown, changed: Changed = 'no'): PortalFailure {
  return new PortalFailure({ kind: 'app-error', changed, code: codeOf(mistake), cause: mistake })
}

/** Gives whatever was thrown as a failure: what is none is a mistake of ours. */
export function toAnyFailure(error: unknown, changed: Changed = 'no'): PortalFailure {
  return error instanceof PortalFailure ? error : toAppError(error, changed)
}

function codeOf(mistake: unknown): string {
  if (!(mistake instanceof Error)) return 'Error'
  const name = /^\w+$/.test(mistake.name) ? mistake.name : 'Error'
  const [, file, position] = PLACE.exec(framesOf(mistake)) ?? []
  return file ? `${name} ${file}${position}` : name
}

/** Some browsers begin the stack with the message. */
function framesOf({ stack = '', message }: Error): string {
  return message ? stack.replace(message, '') : stack
}
