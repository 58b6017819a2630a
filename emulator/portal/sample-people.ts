import type { PortalUser, Webhook } from './state'
import { PORTAL_USERS } from './portal-settings'

/** The people of the sample portal; the last one has set no time zone. */
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
]

/** Gives the sample's people and those given, in the order of their ids; the same id takes a person's place. */
export function withSampleUsers(given: readonly PortalUser[] = []): PortalUser[] {
  const byId = new Map([...SAMPLE_PEOPLE, ...given].map((person) => [person.id, person]))
  return [...byId.values()].sort((one, other) => one.id - other.id)
}

const SCOPES = ['crm', 'sale', 'user_brief', 'placement', 'entity']

/** Their webhooks, for trials by hand; the last one may use the CRM only. */
export const SAMPLE_WEBHOOKS: readonly Webhook[] = [
  { user: PORTAL_USERS.portalAdministrator, secret: 'admin-secret', scopes: SCOPES },
  { user: PORTAL_USERS.storeManager, secret: 'manager-secret', scopes: SCOPES },
  { user: PORTAL_USERS.employee, secret: 'employee-secret', scopes: SCOPES },
  { user: PORTAL_USERS.storeAdministrator, secret: 'store-secret', scopes: SCOPES },
  { user: PORTAL_USERS.portalAdministrator, secret: 'crm-secret', scopes: ['crm'] },
]
