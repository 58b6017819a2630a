import type { PortalSettings } from '@emulator/portal/portal-settings'
import { CONTROL_PATH } from '@emulator/control/protocol'
import { boot } from './boot'
import { button, element } from './dom'
import { choosePathRule, pathRule } from './path-rule'
import { post } from './portal-client'

type SelectOptions = [value: string, name: string][]

const peopleOptions = () =>
  boot.people.map(({ id, name, position }): [string, string] => [String(id), `${name}, ${position}`])
const toOptions = (...values: string[]): SelectOptions => values.map((value) => [value, value])

function openPathSetting(): HTMLElement {
  return setting('openPath', pathRule(), {
    options: [
      ['listed', 'listed paths'],
      ['any', 'any path'],
    ],
    store: (value) => choosePathRule(value === 'any' ? 'any' : 'listed'),
  })
}

/** The settings of the portal as a form; every change is stored and the page is loaded anew. */
export function createSettingsForm(): HTMLElement {
  const { user, language, rows } = boot.settings
  return element(
    'form',
    { class: 'developer-settings' },
    setting('I am', String(user), {
      options: withNames(peopleOptions()),
      store: (value) => store({ user: Number(value) }),
    }),
    choiceSetting('mode', 'Mode', 'deals-only', 'with-orders'),
    choiceSetting('ownerTypes', 'Owner types', 'deal', 'deal+invoice', 'deal+invoice+dynamic', 'none'),
    choiceSetting('saleRead', 'sale-read', 'manager', 'administrator'),
    setting('Language', language, { options: languageOptions(language), store: (value) => store({ language: value }) }),
    choiceSetting('theme', 'Portal theme', 'light', 'dark'),
    choiceSetting('opening', 'Frame opening', 'post', 'get'),
    setting('Rows', rows, {
      options: toOptions('sample', 'large', 'empty'),
      store: (value) => reset({ ...boot.settings, rows: value }),
    }),
    choiceSetting('plan', 'Plan', 'standard', 'enterprise', 'no-rest'),
    choiceSetting('appUsers', 'App is open to', 'everyone', 'administrators'),
    choiceSetting('unknownCaller', 'Unknown callers', 'own-codes', 'no-auth-found'),
    choiceSetting('accessStatus', 'No access has status', '403', '401'),
    choiceSetting('refusals', 'Refusals by', 'documentation', 'other-sources'),
    choiceSetting('localHandlers', 'Local handlers', 'accepted', 'refused'),
    choiceSetting('minusOne', 'start = -1', 'first-page', 'all-rows'),
    choiceSetting('itemKeys', 'Keys of crm.item', 'any-case', 'camel-case'),
    choiceSetting('prefixedItemKeys', 'The same, with a prefix', 'camel-case', 'any-case'),
    choiceSetting('dealDeletion', 'Deleting a deal', 'deletes-orders', 'unbinds-orders'),
    choiceSetting('productSync', 'Goods of a deal', 'first-order', 'none'),
    choiceSetting('storageMakers', 'Storages made by', 'everyone', 'administrators'),
    switchSetting('httpsOnly', 'Https only'),
    switchSetting('rateLimit', 'Rate limit'),
    switchSetting('operatingLimit', 'Operating limit'),
    switchSetting('slow', 'Real run times'),
    switchSetting('clockByRunTime', 'Clock moved by run times'),
    openPathSetting(),
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
  { options, store: onSelect }: { options: SelectOptions; store: (value: string) => unknown },
): HTMLElement {
  const select = element('select', {}, ...options.map(([each, label]) => element('option', { value: each }, label)))
  select.value = value
  select.addEventListener('change', () => void onSelect(select.value))
  return element('label', {}, element('span', {}, name), select)
}

/** A setting whose values name themselves. */
function choiceSetting(name: keyof PortalSettings, label: string, ...values: string[]): HTMLElement {
  return setting(label, String(boot.settings[name]), {
    options: toOptions(...values),
    store: (value) => store({ [name]: value }),
  })
}

type SwitchName = 'rateLimit' | 'operatingLimit' | 'slow' | 'clockByRunTime' | 'httpsOnly'

function switchSetting(name: SwitchName, label: string): HTMLElement {
  return setting(label, boot.settings[name] ? 'on' : 'off', {
    options: toOptions('on', 'off'),
    store: (value) => store({ [name]: value === 'on' }),
  })
}

/** Puts the people's names behind their roles. */
function withNames(options: SelectOptions): SelectOptions {
  return options.map(([id, role]) => [
    id,
    `${role} · ${boot.people.find((person) => String(person.id) === id)?.name ?? id}`,
  ])
}

function languageOptions(current: string): SelectOptions {
  const known: SelectOptions = [
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
