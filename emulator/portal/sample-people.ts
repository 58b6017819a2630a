import type { PortalUser, Webhook } from './state'
import { PORTAL_USERS } from './portal-settings'

/** The people of the sample portal. */
export const SAMPLE_PEOPLE: readonly PortalUser[] = [
  {
    id: PORTAL_USERS.portalAdministrator,
    name: 'Vera',
    lastName: 'Lindqvar',
    position: 'Portal administrator',
    isAdmin: true,
    storeRight: 'W',
  },
  {
    id: PORTAL_USERS.storeManager,
    name: 'Tomas',
    lastName: 'Ibarrena',
    position: 'Store manager',
    isAdmin: false,
    storeRight: 'U',
  },
  {
    id: PORTAL_USERS.employee,
    name: 'Mina',
    lastName: 'Okonjide',
    position: 'Sales assistant',
    isAdmin: false,
    storeRight: 'D',
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

const SCOPES = ['crm', 'sale', 'user_brief', 'placement', 'entity']

/** Their webhooks, for trials by hand; the last one may use the CRM only. */
export const SAMPLE_WEBHOOKS: readonly Webhook[] = [
  { user: PORTAL_USERS.portalAdministrator, secret: 'admin-secret', scopes: SCOPES },
  { user: PORTAL_USERS.storeManager, secret: 'manager-secret', scopes: SCOPES },
  { user: PORTAL_USERS.employee, secret: 'employee-secret', scopes: SCOPES },
  { user: PORTAL_USERS.storeAdministrator, secret: 'store-secret', scopes: SCOPES },
  { user: PORTAL_USERS.portalAdministrator, secret: 'crm-secret', scopes: ['crm'] },
]
