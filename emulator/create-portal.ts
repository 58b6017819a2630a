import type { AppRegistration } from '@emulator/app/register-app'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { LocalPortal, PortalClock, PortalUser } from '@emulator/portal/state'
import { registerApp } from '@emulator/app/register-app'
import { readClock, releaseClock } from '@emulator/portal/clock'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { createRandom } from '@emulator/portal/random'
import { FIRST_FREE_ID_LARGE } from '@emulator/seed/large'
import { seedRows } from '@emulator/seed/scenarios'

/** What may be chosen when a portal is made. */
export interface PortalOptions {
  settings?: Partial<PortalSettings>
  /** Address of the app's page. */
  appHandler?: string
  /** How the app is registered; as the app of this repository unless told. */
  app?: AppRegistration
  /** The portal's clock, in milliseconds since the epoch. */
  now?: () => number
}

const DEFAULT_SETTINGS: PortalSettings = {
  mode: 'deals-only',
  ownerTypes: 'deal',
  saleRead: 'manager',
  refusals: 'documentation',
  localHandlers: 'accepted',
  minusOne: 'first-page',
  dealDeletion: 'deletes-orders',
  storageMakers: 'everyone',
  language: 'en',
  theme: 'light',
  opening: 'post',
  user: PORTAL_USERS.portalAdministrator,
  plan: 'standard',
  rows: 'sample',
  rateLimit: true,
  operatingLimit: true,
  slow: false,
  appUsers: 'everyone',
  httpsOnly: false,
  unknownCaller: 'own-codes',
}

const DEFAULT_HANDLER = 'http://127.0.0.1:5173/index.html'
const DEFAULT_ORIGIN = 'http://localhost:5173'
const RANDOM_SEED = 1
/** Above every id of the sample portal. */
const FIRST_FREE_ID = 5001

/** Settings with which each portal was made; a reset goes back to them. */
const firstSettings = new WeakMap<LocalPortal, PortalSettings>()
/** How each portal's app was registered; a reset undoes what was bound and installed since. */
const registrations = new WeakMap<LocalPortal, AppRegistration>()

const USERS: readonly PortalUser[] = [
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

function createCounter({ rows }: PortalSettings): () => number {
  let last = (rows === 'large' ? FIRST_FREE_ID_LARGE : FIRST_FREE_ID) - 1
  return () => ++last
}

/** Makes the sample portal: same options, same data, same ids, same tokens. */
export function createPortal(options: PortalOptions = {}): LocalPortal {
  const settings = { ...DEFAULT_SETTINGS, ...options.settings }
  const clock: PortalClock = { movedMs: 0 }
  const portal: LocalPortal = {
    settings,
    users: USERS.map((user) => ({ ...user })),
    data: seedRows(settings),
    app: registerApp(options.appHandler ?? DEFAULT_HANDLER, options.app),
    tokens: [],
    faults: [],
    log: [],
    limits: { buckets: new Map(), usage: new Map() },
    clock,
    origin: DEFAULT_ORIGIN,
    now: () => readClock(clock, options.now ?? Date.now),
    nextId: createCounter(settings),
    randomHex: createRandom(RANDOM_SEED).hex,
  }
  firstSettings.set(portal, { ...settings })
  if (options.app) registrations.set(portal, options.app)
  return portal
}

/**
 * Makes the portal new in place: the first settings but for those given, sample data, empty log, no faults, all tokens void.
 * Tokens made later differ from those before, so that an old one never becomes good again.
 */
export function resetPortal(portal: LocalPortal, settings: Partial<PortalSettings> = {}): void {
  portal.settings = { ...DEFAULT_SETTINGS, ...firstSettings.get(portal), ...settings }
  portal.users = USERS.map((user) => ({ ...user }))
  portal.data = seedRows(portal.settings)
  portal.app = registerApp(portal.app.handler, registrations.get(portal))
  portal.tokens = []
  portal.faults = []
  portal.log = []
  portal.limits = { buckets: new Map(), usage: new Map() }
  releaseClock(portal.clock)
  portal.nextId = createCounter(portal.settings)
}

/** Tells the portal where the app's page is, for all placements and for an installer beside it; the app is new again. */
export function setAppHandler(portal: LocalPortal, handler: string): void {
  portal.app = registerApp(handler, registrations.get(portal))
}
