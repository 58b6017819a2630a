import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { readDate } from '@emulator/portal/time'

/** One sentence on what is wrong with the command line, for whoever typed it. */
export class UsageError extends Error {}

/** Options of the portal itself, whatever app is inside. `profile` is an older spelling of `scenario`. */
export const START_OPTIONS = {
  https: { type: 'boolean' },
  clock: { type: 'string' },
  scenario: { type: 'string' },
  profile: { type: 'string' },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const DEFAULT_PORT = 5173

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

type ParsedArguments<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: boolean }>
>

/** Parses a command line. @throws UsageError for an option that is unknown, or has no value where it needs one */
export function readArguments<Options extends OptionsConfig>(
  args: string[],
  options: Options,
  allowPositionals: boolean,
): ParsedArguments<Options> {
  try {
    return parseArgs({ args, options, allowPositionals })
  } catch (error) {
    // Node's sentence comes first; what follows is advice on positional arguments that nobody asked for.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.) |\. /)
    throw new UsageError(`${sentence?.replace(/\.$/, '')}.`)
  }
}

/** Reads a port; none and an empty text mean the default, 0 picks a free one. @throws UsageError */
export function readPort(given: string | undefined): number {
  const port = Number(given || DEFAULT_PORT)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UsageError(`The port is "${given}"; it must be a number from 0 to 65535.`)
}

/** Reads the moment at which the portal's clock is to stand, in milliseconds since the epoch. @throws UsageError */
export function readClockMoment(given: string): number {
  const moment = readDate(given)
  if (moment !== undefined && moment >= 0) return moment
  throw new UsageError(`--clock is "${given}"; it must be a moment like 2026-11-02T12:00:00Z.`)
}
