import { isMap } from '@emulator/calls/params'

/** Refuses a value that cannot be: throws one plain sentence with its name. */
export type Check = (value: unknown, name: string) => void

/** Says what a value is, in a word or two; a text keeps its beginning. */
function showValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'function') return 'a function'
  if (isMap(value)) return 'an object'
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value)
}

/** Throws the sentence that every check ends in. */
export function refuseOption(name: string, value: unknown, wanted: string): never {
  throw new Error(`The option ${name} is ${showValue(value)}; it must be ${wanted}.`)
}

/** Gives a check that asks one question. */
export function must(wanted: string, is: (value: unknown) => boolean): Check {
  return (value, name) => {
    if (!is(value)) refuseOption(name, value, wanted)
  }
}

/** Lets a value be absent. */
export function optional(check: Check): Check {
  return (value, name) => {
    if (value !== undefined) check(value, name)
  }
}

/** Checks every entry of a list; `toKey` says what no two of them may share. */
export function listOf(check: Check, toKey?: (entry: never) => string): Check {
  return (value, name) => {
    if (!Array.isArray(value)) return refuseOption(name, value, 'a list')
    const seen = new Set<string>()
    const isNew = (key: string) => !seen.has(key) && seen.add(key)
    for (const [index, entry] of value.entries()) {
      check(entry, `${name}[${index}]`)
      const key = toKey?.(entry as never)
      if (key !== undefined && !isNew(key)) throw new Error(`The option ${name} has ${key} twice.`)
    }
  }
}

/** Checks the fields of an object; other names are refused. */
export function fieldsOf(checks: Record<string, Check>): Check {
  return (value, name) => {
    if (!isMap(value) || Array.isArray(value)) return refuseOption(name, value, 'an object')
    const path = name === '' ? '' : `${name}.`
    const known = Object.keys(checks)
    const unknown = Object.keys(value).find((key) => !known.includes(key))
    if (unknown !== undefined)
      throw new Error(
        `There is no option ${path}${unknown} (${showValue(value[unknown])}); known are ${known.join(', ')}.`,
      )
    for (const [key, check] of Object.entries(checks)) check(value[key], path + key)
  }
}

export const text = must('a text', (value) => typeof value === 'string')
export const someText = must('a text that is not empty', (value) => typeof value === 'string' && value.trim() !== '')
export const texts = listOf(text)
export const positiveInt = must('a positive integer', (value) => Number.isSafeInteger(value) && Number(value) > 0)
