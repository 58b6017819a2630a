import type { AppRegistration } from '@emulator/portal/app-registration'
import type { ClockChange } from '@emulator/portal/clock'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { BeforeCommand } from '@emulator/portal/requests'
import type { LocalPortal, PortalStart, PortalUser, StartRows, Webhook } from '@emulator/portal/state'
import { registerApp } from '@emulator/app/register-app'
import { makeClock, readClock } from '@emulator/portal/clock'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { createRandom } from '@emulator/portal/random'
import { makeSampleWebhooks, withSampleUsers } from '@emulator/portal/sample-people'
import { FIRST_FREE_ID_LARGE } from '@emulator/seed/large'
import { seedRows } from '@emulator/seed/scenarios'
import { shiftDates, toSampleShift } from '@emulator/seed/shift-dates'
import { addStartRows, highestId } from '@emulator/seed/start-rows'

/** What may be chosen when a portal is made. */
export interface PortalOptions {
  settings?: Partial<PortalSettings>
  /** Address of the app's page. */
  appHandler?: string
  registration?: AppRegistration
  /** Added to the sample's people, or in their place by id. */
  people?: readonly PortalUser[]
  /** Added to the sample's webhooks. */
  webhooks?: readonly Webhook[]
  /** Added to the sample's rows, or in their place by id. */
  rows?: StartRows
  /** Called before each command of a batch, after a reset too. */
  beforeCommand?: BeforeCommand
  /** The clock of the start, after a reset too. */
  clock?: ClockChange
  /** The sample ends now, by the portal's clock, and not at the fixed day that tests of this repository speak of. */
  isSampleLive?: boolean
  /** The real clock, in milliseconds since the epoch. */
  now?: () => number
}

const DEFAULT_SETTINGS: PortalSettings = {
  mode: 'deals-only',
  ownerTypes: 'deal',
  saleRead: 'manager',
  refusals: 'documentation',
  localHandlers: 'accepted',
  minusOne: 'first-page',
  itemKeys: 'any-case',
  prefixedItemKeys: 'camel-case',
  dealDeletion: 'deletes-orders',
  productSync: 'first-order',
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
  clockByRunTime: false,
  appUsers: 'everyone',
  httpsOnly: false,
  unknownCaller: 'own-codes',
  accessStatus: '403',
}

const DEFAULT_HANDLER = 'http://127.0.0.1:5173/index.html'
const DEFAULT_ORIGIN = 'http://localhost:5173'
const RANDOM_SEED = 1
/** Above every id of the sample portal. */
const FIRST_FREE_ID = 5001

function createCounter(settings: PortalSettings, rows: StartRows): () => number {
  const firstFree = settings.rows === 'large' ? FIRST_FREE_ID_LARGE : FIRST_FREE_ID
  let last = Math.max(firstFree - 1, highestId(rows))
  return () => ++last
}

function toStart({ settings, registration, appHandler, people, rows, beforeCommand, ...time }: PortalOptions) {
  const real = time.now ?? Date.now
  const clock = makeClock(time.clock ?? {}, real())
  const start: PortalStart = {
    clock,
    sampleShiftMs: time.isSampleLive ? toSampleShift(readClock(clock, real)) : 0,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    registration: registration ?? {},
    handler: appHandler ?? DEFAULT_HANDLER,
    people: withSampleUsers(people),
    rows: rows ?? {},
    ...(beforeCommand && { beforeCommand }),
  }
  return start
}

/** Everything that a reset makes anew. */
function createState(start: PortalStart, settings: PortalSettings) {
  const data = seedRows(settings)
  shiftDates(data, start.sampleShiftMs)
  return {
    settings,
    users: start.people.map((user) => ({ ...user })),
    data,
    app: registerApp(start.handler, start.registration),
    tokens: [],
    frames: new Map(),
    faults: [],
    log: [],
    bindingHistory: [],
    beforeCommand: start.beforeCommand,
    request: null,
    limits: { buckets: new Map(), usage: new Map() },
    clock: { ...start.clock },
    nextId: createCounter(settings, start.rows),
  }
}

/** Makes the sample portal: same options, same data, same ids, same tokens. */
export function createPortal(options: PortalOptions = {}): LocalPortal {
  const start = toStart(options)
  const portal: LocalPortal = {
    ...createState(start, { ...start.settings }),
    start,
    webhooks: [...(options.webhooks ?? []), ...makeSampleWebhooks(start.registration.scopes)],
    origin: DEFAULT_ORIGIN,
    now: () => readClock(portal.clock, options.now ?? Date.now),
    randomHex: createRandom(RANDOM_SEED).hex,
  }
  addStartRows(portal, start.rows)
  return portal
}

/**
 * Makes the portal new in place: the first settings but for those given, the rows of the start, empty log, no faults, all
 * tokens and frames void. Tokens made later differ from those before, so that an old one never becomes valid again.
 */
export function resetPortal(portal: LocalPortal, settings: Partial<PortalSettings> = {}): void {
  const { start } = portal
  Object.assign(portal, createState(start, { ...start.settings, ...settings }))
  addStartRows(portal, start.rows)
}

/** Tells the portal where the app's page is, for all placements and for an installer beside it; the app is new again. */
export function setAppHandler(portal: LocalPortal, handler: string): void {
  portal.start.handler = handler
  portal.app = registerApp(handler, portal.start.registration)
}
