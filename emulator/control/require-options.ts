/** Looks at everything that `startPortal` is given. */
import type { Check } from './option-checks'
import { isMap } from '@emulator/calls/params'
import { isClockChange } from './clock-change'
import { fieldsOf, listOf, must, optional, positiveInt, refuseOption, someText, text, texts } from './option-checks'
import { rowsOption } from './require-rows'

const isAddress = (value: unknown) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
const isFolder = (value: unknown) => isMap(value) && typeof value.folder === 'string' && value.folder !== ''
const isPem = (value: unknown) => isMap(value) && typeof value.key === 'string' && typeof value.certificate === 'string'
const isPort = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535
const isTimeZone = (value: unknown) => {
  try {
    return (
      typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) instanceof Intl.DateTimeFormat
    )
  } catch {
    return false
  }
}
const isLink = (value: unknown) => typeof value === 'string' && value !== '' && URL.canParse(value, 'http://localhost')

const code = must(
  'a code in capitals, like CRM_DEAL_DETAIL_TAB',
  (value) => typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value),
)
const link = must('an address', isLink)
const titles: Check = (value, name) => {
  if (!isMap(value) || Array.isArray(value)) return refuseOption(name, value, 'an object of texts by language')
  for (const [language, title] of Object.entries(value)) text(title, `${name}.${language}`)
}
const placementFields = fieldsOf({ code, titles: optional(titles), handler: optional(link) })
const placement: Check = (value, name) => (isMap(value) ? placementFields : code)(value, name)

const registration = fieldsOf({
  installer: optional(link),
  title: optional(someText),
  scopes: optional(texts),
  placements: optional(listOf(placement)),
})

const person = fieldsOf({
  id: positiveInt,
  name: text,
  lastName: text,
  position: text,
  isAdmin: must('true or false', (value) => typeof value === 'boolean'),
  mayInstall: optional(must('true or false', (value) => typeof value === 'boolean')),
  timeZone: optional(must('a time zone, as Europe/Berlin', isTimeZone)),
  storeRight: must('D, U or W', (value) => value === 'D' || value === 'U' || value === 'W'),
})

const webhook = fieldsOf({
  user: positiveInt,
  secret: must('letters, digits, - and _', (value) => typeof value === 'string' && /^[\w-]+$/.test(value)),
  scopes: texts,
})

const methods: Check = (value, name) => {
  if (!isMap(value) || Array.isArray(value)) return refuseOption(name, value, 'an object of methods by name')
  const seen = new Map<string, string>()
  for (const [method, given] of Object.entries(value)) {
    const lower = method.toLowerCase()
    const other = seen.get(lower)
    if (lower === 'batch') throw new Error(`The option ${name} has ${method}, which cannot be replaced.`)
    if (other !== undefined)
      throw new Error(`The option ${name} has ${other} and ${method}, which are one name: letter case does not count.`)
    seen.set(lower, method)
    if (!isMap(given) || typeof given.run !== 'function')
      refuseOption(`${name}["${method}"]`, given, 'an object with scopes and a function run')
    texts(given.scopes, `${name}["${method}"].scopes`)
  }
}

/** Anything goes: somebody else looks at it. */
const elsewhere: Check = () => undefined

const OPTIONS = fieldsOf({
  app: optional(
    must('an address with http:// or https://, or { folder }', (value) => isAddress(value) || isFolder(value)),
  ),
  port: optional(must('an integer from 0 to 65535', isPort)),
  host: optional(someText),
  https: optional(must('true, or { key, certificate } as texts', (value) => value === true || isPem(value))),
  scenario: optional(must('the name of a scenario', (value) => typeof value === 'string' && value !== '')),
  settings: elsewhere,
  registration: optional(registration),
  methods: optional(methods),
  people: optional(listOf(person, ({ id }: { id: number }) => `the id ${id}`)),
  clock: optional(must('a change of the clock: now, moveMs, hold', isClockChange)),
  beforeCommand: optional(must('a function', (value) => typeof value === 'function')),
  webhooks: optional(
    listOf(webhook, ({ user, secret }: { user: number; secret: string }) => `the user ${user} with "${secret}"`),
  ),
  data: optional(rowsOption),
})

/** Refuses options that cannot be; scenario, settings and what the disk holds are looked at elsewhere. Throws one plain sentence. */
export function requireOptions(options: unknown): void {
  if (!isMap(options) || Array.isArray(options))
    throw new Error(`startPortal takes an object of options, not ${options === null ? 'null' : typeof options}.`)
  OPTIONS(options, '')
}
