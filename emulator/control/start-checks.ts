import type { PortalUser } from '@emulator/portal/state'
import { isMap } from '@emulator/calls/params'

const OPTIONS = [
  'app',
  'port',
  'host',
  'https',
  'scenario',
  'settings',
  'registration',
  'methods',
  'people',
  'webhooks',
  'data',
]
const REGISTRATION = ['installer', 'title', 'scopes', 'placements']
const DATA = ['items', 'contacts', 'companies', 'orders', 'bindings']
const SECRET = /^[\w-]+$/
const PLACEMENT = /^[A-Z][A-Z0-9_]*$/

type Fields = Record<string, unknown>

function ensure(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)
const isId = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText)

function requireKnown(fields: Fields, known: readonly string[], what: string): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name))
  ensure(unknown === undefined, `There is no ${what} ${show(unknown)}; there are ${known.join(', ')}.`)
}

function toRows(value: unknown, option: string): Fields[] {
  if (value === undefined) return []
  ensure(Array.isArray(value) && value.every(isMap), `${option} is ${show(value)}; it must be a list of objects.`)
  return value
}

function requireUnique(keys: readonly unknown[], what: string): void {
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  ensure(twice === undefined, `${what} ${String(twice)} stands there twice.`)
}

function checkPeople(people: Fields[]): void {
  for (const person of people) {
    ensure(isId(person.id), `The id of a person is ${show(person.id)}; it must be a whole number above 0.`)
    const wrong = ['name', 'lastName', 'position'].find((field) => typeof person[field] !== 'string')
    ensure(wrong === undefined, `Person ${String(person.id)} has no ${wrong}; it must be a text.`)
    ensure(typeof person.isAdmin === 'boolean', `isAdmin of person ${String(person.id)} must be true or false.`)
    const isRight = ['D', 'U', 'W'].some((right) => right === person.storeRight)
    ensure(isRight, `storeRight of person ${String(person.id)} is ${show(person.storeRight)}; it must be D, U or W.`)
  }
  requireUnique(
    people.map(({ id }) => id),
    'Person',
  )
}

function checkWebhooks(webhooks: Fields[], people: readonly PortalUser[]): void {
  for (const { user, secret, scopes } of webhooks) {
    ensure(
      people.some(({ id }) => id === user),
      `A webhook is for person ${show(user)}, who is not there.`,
    )
    const isSecret = typeof secret === 'string' && SECRET.test(secret)
    ensure(isSecret, `The secret of a webhook is ${show(secret)}; it must be letters, digits, _ and -.`)
    ensure(isTextList(scopes), `The scopes of webhook ${show(secret)} must be a list of names.`)
  }
  requireUnique(
    webhooks.map(({ user, secret }) => `${String(user)}/${String(secret)}`),
    'Webhook',
  )
}

function checkRows(rows: Fields[], option: string): void {
  const wrong = rows.find(({ id }) => !isId(id))
  ensure(!wrong, `A row of ${option} has the id ${show(wrong?.id)}; it must be a whole number above 0.`)
  requireUnique(
    rows.map(({ id }) => id),
    `The id in ${option}:`,
  )
}

function checkData(data: Fields): void {
  requireKnown(data, DATA, 'list of data')
  const items = data.items === undefined ? {} : data.items
  ensure(isMap(items), `data.items must be lists by entity type id.`)
  for (const [type, rows] of Object.entries(items)) checkRows(toRows(rows, `data.items.${type}`), `data.items.${type}`)
  for (const list of ['contacts', 'companies', 'orders']) checkRows(toRows(data[list], `data.${list}`), `data.${list}`)
  const bindings = toRows(data.bindings, 'data.bindings')
  for (const binding of bindings) {
    const wrong = ['orderId', 'ownerId', 'ownerTypeId'].find((field) => !isId(binding[field]))
    ensure(!wrong, `A binding has the ${wrong} ${show(binding[wrong ?? ''])}; it must be a whole number above 0.`)
  }
  requireUnique(
    bindings.map(({ orderId }) => orderId),
    'The binding of order',
  )
}

function checkMethods(methods: Fields): void {
  for (const [name, method] of Object.entries(methods)) {
    ensure(name.toLowerCase() !== 'batch', 'The method batch cannot be replaced.')
    const isMethod = isMap(method) && typeof method.run === 'function'
    ensure(isMethod, `The method ${name} must be an object with a function run.`)
    const hasScopes = Array.isArray(method.scopes) && method.scopes.every(isText)
    ensure(hasScopes, `The method ${name} must have a list of scopes; an empty one needs none.`)
  }
  requireUnique(
    Object.keys(methods).map((name) => name.toLowerCase()),
    'The method',
  )
}

function checkRegistration(registration: Fields): void {
  requireKnown(registration, REGISTRATION, 'field of registration')
  const { title, scopes, placements } = registration
  ensure(title === undefined || isText(title), `The title of the app is ${show(title)}; it must be a text.`)
  ensure(scopes === undefined || isTextList(scopes), 'The scopes of the app must be a list of names.')
  ensure(placements === undefined || Array.isArray(placements), 'The placements of the app must be a list.')
  for (const placement of placements ?? []) {
    const code: unknown = isMap(placement) ? placement.code : placement
    const isCode = typeof code === 'string' && PLACEMENT.test(code)
    ensure(isCode, `${show(code)} is no placement: a code is in capitals, like CRM_DEAL_DETAIL_TAB.`)
  }
}

function checkAddress({ app, port, host, https, scenario }: Fields): void {
  const isApp = app === undefined || typeof app === 'string' || (isMap(app) && isText(app.folder))
  ensure(isApp, `The app is ${show(app)}; it must be an address or { folder }.`)
  const isPort = port === undefined || (Number.isInteger(port) && Number(port) >= 0 && Number(port) <= 65_535)
  ensure(isPort, `The port is ${show(port)}; it must be a number from 0 to 65535.`)
  ensure(host === undefined || isText(host), `The host is ${show(host)}; it must be a text.`)
  const isPair = isMap(https) && isText(https.key) && isText(https.certificate)
  ensure(https === undefined || https === true || isPair, 'https must be true, or key and certificate as PEM texts.')
  ensure(scenario === undefined || isText(scenario), `The scenario is ${show(scenario)}; it must be a name.`)
}

/** Looks at everything that a portal is started with. Throws one plain sentence for the first thing that cannot be. */
export function checkStartOptions(options: unknown, withSample: (people: PortalUser[]) => readonly PortalUser[]): void {
  ensure(isMap(options) && !Array.isArray(options), 'The options of startPortal must be an object.')
  requireKnown(options, OPTIONS, 'option')
  for (const name of ['settings', 'registration', 'methods', 'data']) {
    ensure(options[name] === undefined || isMap(options[name]), `${name} must be an object.`)
  }
  checkAddress(options)
  const people = toRows(options.people, 'people')
  checkPeople(people)
  // Looked at right before: these are people.
  checkWebhooks(toRows(options.webhooks, 'webhooks'), withSample(people as unknown as PortalUser[]))
  if (isMap(options.registration)) checkRegistration(options.registration)
  if (isMap(options.methods)) checkMethods(options.methods)
  if (isMap(options.data)) checkData(options.data)
}
