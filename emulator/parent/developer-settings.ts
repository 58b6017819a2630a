import type { PortalSettings } from '@emulator/portal/portal-settings'
import { CONTROL_PATH } from '@emulator/control/protocol'
import { boot } from './boot'
import { button, element } from './dom'
import { choosePathRule, pathRule } from './path-rule'
import { post } from './portal-client'

type Options = [value: string, name: string][]

const people = () => boot.people.map(({ id, name, position }): [string, string] => [String(id), `${name}, ${position}`])
const same = (...values: string[]): Options => values.map((value) => [value, value])

/** The settings of the portal as a form; every change is stored and the page is loaded anew. */
export function settingsForm(): HTMLElement {
  const { user, language, rows } = boot.settings
  return element(
    'form',
    { class: 'developer-settings' },
    setting('I am', String(user), { options: named(people()), store: (value) => store({ user: Number(value) }) }),
    choice('mode', 'Mode', 'deals-only', 'with-orders'),
    choice('ownerTypes', 'Owner types', 'deal', 'deal+invoice', 'deal+invoice+dynamic', 'none'),
    choice('saleRead', 'sale-read', 'manager', 'administrator'),
    setting('Language', language, { options: languages(language), store: (value) => store({ language: value }) }),
    choice('theme', 'Portal theme', 'light', 'dark'),
    choice('opening', 'Frame opening', 'post', 'get'),
    setting('Rows', rows, {
      options: same('sample', 'large', 'empty'),
      store: (value) => reset({ ...boot.settings, rows: value }),
    }),
    choice('plan', 'Plan', 'standard', 'enterprise', 'no-rest'),
    choice('appUsers', 'App is open to', 'everyone', 'administrators'),
    choice('unknownCaller', 'Unknown callers', 'own-codes', 'no-auth-found'),
    choice('refusals', 'Refusals by', 'documentation', 'other-sources'),
    choice('localHandlers', 'Local handlers', 'accepted', 'refused'),
    choice('minusOne', 'start = -1', 'first-page', 'all-rows'),
    choice('dealDeletion', 'Deleting a deal', 'deletes-orders', 'unbinds-orders'),
    choice('storageMakers', 'Storages made by', 'everyone', 'administrators'),
    onOff('httpsOnly', 'Https only'),
    onOff('rateLimit', 'Rate limit'),
    onOff('operatingLimit', 'Operating limit'),
    onOff('slow', 'Real run times'),
    setting('openPath', pathRule(), {
      options: [
        ['listed', 'listed paths'],
        ['any', 'any path'],
      ],
      store: (value) => choosePathRule(value === 'any' ? 'any' : 'listed'),
    }),
    element(
      'p',
      {},
      button({}, 'Expire tokens', () => void post(`${CONTROL_PATH}expire-tokens`, {})),
      button({}, 'Reset portal', () => void reset()),
    ),
  )
}

function setting(
  name: string,
  value: string,
  { options, store: keep }: { options: Options; store: (value: string) => unknown },
): HTMLElement {
  const select = element('select', {}, ...options.map(([each, label]) => element('option', { value: each }, label)))
  select.value = value
  select.addEventListener('change', () => void keep(select.value))
  return element('label', {}, element('span', {}, name), select)
}

/** A setting whose values name themselves. */
function choice(name: keyof PortalSettings, label: string, ...values: string[]): HTMLElement {
  return setting(label, String(boot.settings[name]), {
    options: same(...values),
    store: (value) => store({ [name]: value }),
  })
}

function onOff(name: 'rateLimit' | 'operatingLimit' | 'slow' | 'httpsOnly', label: string): HTMLElement {
  return setting(label, boot.settings[name] ? 'on' : 'off', {
    options: same('on', 'off'),
    store: (value) => store({ [name]: value === 'on' }),
  })
}

/** Puts the people's names behind their roles. */
function named(options: Options): Options {
  return options.map(([id, role]) => [
    id,
    `${role} · ${boot.people.find((person) => String(person.id) === id)?.name ?? id}`,
  ])
}

function languages(current: string): Options {
  const known: Options = [
    ['en', 'English'],
    ['ru', 'Русский'],
    ['de', 'Deutsch'],
    ['br', 'Português'],
    ['ar', 'العربية'],
  ]
  return known.some(([code]) => code === current) ? known : [...known, [current, current]]
}

async function store(change: Record<string, unknown>): Promise<void> {
  await post(`${CONTROL_PATH}settings`, change)
  location.reload()
}

async function reset(settings: Record<string, unknown> = {}): Promise<void> {
  await post(`${CONTROL_PATH}reset`, settings)
  location.reload()
}
