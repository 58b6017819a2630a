import { CONTROL_PATH, PORTAL_USERS } from '@contract/control'
import { boot } from './boot'
import { button, element } from './dom'
import { choosePathRule, pathRule } from './path-rule'
import { post } from './server'

type Options = [value: string, name: string][]

const WHO: Options = [
  [String(PORTAL_USERS.portalAdministrator), 'portal administrator'],
  [String(PORTAL_USERS.storeAdministrator), 'store administrator'],
  [String(PORTAL_USERS.storeManager), 'store manager'],
  [String(PORTAL_USERS.employee), 'employee without store rights'],
]
const same = (...values: string[]): Options => values.map((value) => [value, value])

/** The settings of the portal as a form; every change is stored and the page is loaded anew. */
export function settingsForm(): HTMLElement {
  const { user, mode, ownerTypes, saleRead, language, theme, opening, rows, plan } = boot.settings
  return element(
    'form',
    { class: 'developer-settings' },
    setting('I am', String(user), { options: named(WHO), store: (value) => store({ user: Number(value) }) }),
    setting('Mode', mode, { options: same('deals-only', 'with-orders'), store: (value) => store({ mode: value }) }),
    setting('Owner types', ownerTypes, {
      options: same('deal', 'deal+invoice', 'deal+invoice+dynamic', 'none'),
      store: (value) => store({ ownerTypes: value }),
    }),
    setting('sale-read', saleRead, { options: same('manager', 'administrator'), store: (value) => store({ saleRead: value }) }),
    setting('Language', language, { options: languages(language), store: (value) => store({ language: value }) }),
    setting('Portal theme', theme, { options: same('light', 'dark'), store: (value) => store({ theme: value }) }),
    setting('Frame opening', opening, { options: same('post', 'get'), store: (value) => store({ opening: value }) }),
    setting('Rows', rows, { options: same('sample', 'large', 'empty'), store: (value) => reset({ ...boot.settings, rows: value }) }),
    setting('Plan', plan, { options: same('standard', 'enterprise', 'no-rest'), store: (value) => store({ plan: value }) }),
    onOff('rateLimit', 'Rate limit'),
    onOff('operatingLimit', 'Operating limit'),
    onOff('slow', 'Real run times'),
    setting('openPath', pathRule(), {
      options: [['listed', 'listed paths'], ['any', 'any path']],
      store: (value) => choosePathRule(value === 'any' ? 'any' : 'listed'),
    }),
    element('p', {}, button({}, 'Expire tokens', () => void post(`${CONTROL_PATH}expire-tokens`, {})),
      button({}, 'Reset portal', () => void reset())),
  )
}

function setting(name: string, value: string, { options, store: keep }: { options: Options; store: (value: string) => unknown }): HTMLElement {
  const select = element('select', {}, ...options.map(([each, label]) => element('option', { value: each }, label)))
  select.value = value
  select.addEventListener('change', () => void keep(select.value))
  return element('label', {}, element('span', {}, name), select)
}

function onOff(name: 'rateLimit' | 'operatingLimit' | 'slow', label: string): HTMLElement {
  return setting(label, boot.settings[name] ? 'on' : 'off', { options: same('on', 'off'), store: (value) => store({ [name]: value === 'on' }) })
}

/** Puts the people's names behind their roles. */
function named(options: Options): Options {
  return options.map(([id, role]) => [id, `${role} · ${boot.people.find((person) => String(person.id) === id)?.name ?? id}`])
}

function languages(current: string): Options {
  const known: Options = [['en', 'English'], ['ru', 'Русский'], ['de', 'Deutsch'], ['br', 'Português'], ['ar', 'العربية']]
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
