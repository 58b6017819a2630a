import type { Params } from './call'
import { RestError } from './errors'

/** Says whether the value is what PHP calls an array: a list or a map. */
export function isMap(value: unknown): value is Params {
  return typeof value === 'object' && value !== null
}

/** Reads a parameter that the caller really sent, never an inherited name such as `constructor`. */
export function readParam(params: Params, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name] : undefined
}

/** The same for the older methods, which take their parameters in any letter case. */
export function readParamAnyCase(params: Params, name: string): unknown {
  const key = Object.keys(params).find((candidate) => candidate.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : params[key]
}

/** Reads a map such as `filter`; what is no map counts as empty. */
export function readMap(params: Params, name: string): Params {
  const value = readParam(params, name)
  return isMap(value) ? value : {}
}

/** A flag in a query comes as a text: an empty one, `0` and `false` mean no. */
export function isYes(value: unknown): boolean {
  return value !== undefined && value !== null && !['', '0', 'false', 0, false].some((no) => no === value)
}

/** Reads a boolean in every spelling that portals know; nothing for any other value. @see api-reference/data-types.md */
export function toFlag(value: unknown): 'Y' | 'N' | undefined {
  const text = isMap(value) ? '' : String(value).toLowerCase()
  if (['y', 'true', '1'].includes(text)) return 'Y'
  return ['n', 'false', '0'].includes(text) ? 'N' : undefined
}

const PLAIN_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i
const COMMA_BEFORE_CENTS = /^([-+]?\d+(?:\.\d{3})*),(\d*)$/
const COMMAS_IN_THOUSANDS = /^([-+]?\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/

/** Reads a sum as people write it, `1234.56`, `1 234,56` or `1,234.56`; nothing for what is no number. unconfirmed but for the first */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'boolean') return Number(value)
  const compact = typeof value === 'string' ? value.replace(/\s/g, '') : ''
  if (PLAIN_NUMBER.test(compact)) return Number(compact)
  const [, whole, cents = ''] = COMMA_BEFORE_CENTS.exec(compact) ?? COMMAS_IN_THOUSANDS.exec(compact) ?? []
  return whole === undefined ? undefined : Number(`${whole.replace(/[.,]/g, '')}.${cents}`)
}

/** Casts like PHP: leading digits count, all else is 0. */
export function toInt(value: unknown): number {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : 0
  if (typeof value !== 'string') return 0
  const parsed = Number.parseFloat(value)
  return Number.isFinite(parsed) ? Math.trunc(parsed) : 0
}

/** Refuses a call that lacks a parameter, as the portal's binder does. */
export function missingParam(name: string): RestError {
  return new RestError('100', `Could not find value for parameter {${name}}`)
}

/** Reads an integer that the method cannot do without. Throws code `100` when it is absent or no number. */
export function readRequiredInt(params: Params, name: string): number {
  const value = readParam(params, name)
  if (value === undefined || value === null) throw missingParam(name)
  const text = String(value)
  if (isMap(value) || !/^-?\d+$/.test(text.trim())) {
    throw new RestError(
      '100',
      `Invalid value {${text}} to match with parameter {${name}}. Should be value of type int.`,
    )
  }
  return Number(text)
}

/** Turns `order_id` into `orderId`; names that start with a capital letter stay what they are. */
export function toCamelCase(name: string): string {
  return /^[a-z]/.test(name) ? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) : name
}
