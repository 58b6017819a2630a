import type { PortalUser, Webhook } from './state'
import { PORTAL_USERS } from './portal-settings'

/** The people of the sample portal; one of them has set no time zone. */
const SAMPLE_PEOPLE: readonly PortalUser[] = [
  {
    id: PORTAL_USERS.portalAdministrator,
    name: 'Vera',
    lastName: 'Lindqvar',
    position: 'Portal administrator',
    isAdmin: true,
    storeRight: 'W',
    timeZone: 'America/New_York',
  },
  {
    id: PORTAL_USERS.storeManager,
    name: 'Tomas',
    lastName: 'Ibarrena',
    position: 'Store manager',
    isAdmin: false,
    storeRight: 'U',
    timeZone: 'Europe/Berlin',
  },
  {
    id: PORTAL_USERS.employee,
    name: 'Mina',
    lastName: 'Okonjide',
    position: 'Sales assistant',
    isAdmin: false,
    storeRight: 'D',
    timeZone: 'Asia/Kolkata',
  },
  {
    id: PORTAL_USERS.storeAdministrator,
    name: 'Ravi',
    lastName: 'Castellori',
    position: 'Store administrator',
    isAdmin: false,
    storeRight: 'W',
  },
  {
    id: PORTAL_USERS.appInstaller,
    name: 'Noor',
    lastName: 'Vastrand',
    position: 'Installs applications',
    isAdmin: false,
    mayInstall: true,
    storeRight: 'U',
    timeZone: 'Europe/Berlin',
  },
]

/** Gives the sample's people and those given, in the order of their ids; the same id takes a person's place. */
export function withSampleUsers(given: readonly PortalUser[] = []): PortalUser[] {
  const byId = new Map([...SAMPLE_PEOPLE, ...given].map((person) => [person.id, person]))
  return [...byId.values()].sort((one, other) => one.id - other.id)
}

const SCOPES = ['crm', 'sale', 'user_brief', 'placement', 'entity']

/** Secrets of the sample's webhooks: letters and digits, as a portal makes them. */
const SECRETS: readonly [user: number, secret: string][] = [
  [PORTAL_USERS.portalAdministrator, 'adminsecret'],
  [PORTAL_USERS.storeManager, 'managersecret'],
  [PORTAL_USERS.employee, 'employeesecret'],
  [PORTAL_USERS.storeAdministrator, 'storesecret'],
  [PORTAL_USERS.appInstaller, 'installersecret'],
]

/** May use the CRM only, whatever the app may. */
const CRM_WEBHOOK: Webhook = { user: PORTAL_USERS.portalAdministrator, secret: 'crmsecret', scopes: ['crm'] }

/** Every secret has an older spelling, with a hyphen. */
function withOlderSpelling(webhook: Webhook): Webhook[] {
  return [webhook, { ...webhook, secret: webhook.secret.replace(/secret$/, '-secret') }]
}

/** Webhooks of the sample's people, for trials by hand: with the usual scopes, and those that the app was given. */
export function makeSampleWebhooks(appScopes: readonly string[] = []): Webhook[] {
  const scopes = [...new Set([...SCOPES, ...appScopes])]
  return [...SECRETS.map(([user, secret]) => ({ user, secret, scopes })), CRM_WEBHOOK].flatMap(withOlderSpelling)
}
