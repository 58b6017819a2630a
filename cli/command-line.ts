import type { OrderReading } from '@/domain/import-order'
import type { LegacyEncoding } from '@/domain/import-text'
import { parseArgs } from 'node:util'
import { LEGACY_ENCODINGS } from '@/domain/import-text'

/** How a list is to be read where it does not say so itself. */
export interface ListOptions {
  reading?: OrderReading
  /** The type of owners that the list names by an id alone: its name, code or id. */
  ownerType?: string
  isEmptyDetach: boolean
  encoding?: LegacyEncoding
}

/** What the command was asked for. */
export type CommandLine =
  | { kind: 'help' }
  /** It cannot be carried out: one sentence says why. It never repeats a value, which may be an address. */
  | { kind: 'wrong'; why: string }
  | { kind: 'bind'; list: string; isDry: boolean; portalEnv?: string; options: ListOptions }
  | { kind: 'undo'; journal: string; isDry: boolean; portalEnv?: string }

const OPTIONS = {
  'portal-env': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'undo': { type: 'string' },
  'orders': { type: 'string' },
  'owner-type': { type: 'string' },
  'empty-detaches': { type: 'boolean', default: false },
  'encoding': { type: 'string' },
  'help': { type: 'boolean', short: 'h', default: false },
} as const

const VARIABLE = /^[A-Za-z_]\w*$/
const READINGS: readonly OrderReading[] = ['number', 'id']
const ADDRESS = /:\/\//

const wrong = (why: string) => ({ kind: 'wrong', why }) as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    return undefined
  }
}

type Values = NonNullable<ReturnType<typeof parse>>['values']

function readListOptions(values: Values): ListOptions | string {
  const { orders, 'encoding': code, 'owner-type': ownerType, 'empty-detaches': isEmptyDetach } = values
  const reading = READINGS.find((one) => one === orders)
  const encoding = LEGACY_ENCODINGS.find((one) => one === code)
  if (orders !== undefined && !reading) return '--orders is number or id.'
  if (code !== undefined && !encoding) return `--encoding is ${LEGACY_ENCODINGS.join(' or ')}.`
  return {
    isEmptyDetach,
    ...(reading && { reading }),
    ...(encoding && { encoding }),
    ...(ownerType !== undefined && { ownerType }),
  }
}

/** Reads what stands after `npm run bind --`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const parsed = parse(args)
  if (!parsed) return wrong('This is no option, or one lacks its value.')
  const { values, positionals } = parsed
  if (values.help) return { kind: 'help' }
  const { 'portal-env': portalEnv, 'dry-run': isDry, undo } = values
  if (portalEnv !== undefined && !VARIABLE.test(portalEnv)) {
    return wrong('--portal-env takes the name of an environment variable, never the address itself.')
  }
  const [list, ...others] = positionals
  if ([...positionals, undo ?? ''].some((file) => ADDRESS.test(file))) {
    return wrong('The address of a webhook is a password: it belongs into an environment variable, not into a command.')
  }
  if (others.length > 0) return wrong('One list at a time.')
  const common = { isDry, ...(portalEnv !== undefined && { portalEnv }) }
  if (undo !== undefined) return { kind: 'undo', journal: undo, ...common }
  if (list === undefined) return wrong('Name a list of orders, or the journal of a run after --undo.')
  const options = readListOptions(values)
  return typeof options === 'string' ? wrong(options) : { kind: 'bind', list, options, ...common }
}
