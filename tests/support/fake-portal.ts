import type { Session } from '@/domain/session'
import type { Portal } from '@/portal/portal'
import { asFailure, PortalFailure } from '@/domain/failure'
import { OF_NO_CUSTOMERS } from '@/domain/found'
import { ownerKey } from '@/domain/owner'
import { DEFAULT_SETTINGS } from '@/domain/settings'
import { aCustomer, someDetails } from './builders'

/** What a test wants of the portal, noun by noun; all the rest refuses to work. */
export type PortalOverrides = { [Noun in keyof Portal]?: Partial<Portal[Noun]> }

const SESSION: Session = {
  placement: { code: 'DEFAULT' },
  language: 'en',
  isAdmin: true,
  isInstalling: false,
  isSlider: false,
}

/** Says which function a test forgot to provide, where it is called. */
function notProvided(name: string) {
  return () => {
    throw new Error(`The fake portal was not told what ${name} does`)
  }
}

/** Orders with their owners, by what the test gives of each: nothing comes along. */
function readingBoth(portal: () => Portal): Pick<Portal['orders'], 'findWithOwners' | 'readOfOwner' | 'readWithOwner'> {
  return {
    findWithOwners: async (query) => ({ ...(await portal().orders.find(query)), bindings: [] }),
    async readOfOwner(owner, cursor) {
      return { ...(await portal().bindings.readOfOwner(owner, cursor)), orders: new Map() }
    },
    async readWithOwner(id) {
      const { orders, bindings } = portal()
      const reading = [orders.read([id]).catch(asFailure), bindings.readOfOrders([id]).catch(asFailure)] as const
      const [found, owners] = await Promise.all(reading)
      const ref = owners instanceof PortalFailure ? owners : (owners.get(id) ?? null)
      const owner = ref && !(ref instanceof PortalFailure) ? { kind: 'unread' as const, ref } : ref
      return { order: found instanceof PortalFailure ? found : found.get(id), owner }
    },
  }
}

/** A portal made of what the test gives: for states of the screen, not for what the portal does. */
export function fakePortal(overrides: PortalOverrides = {}): Portal {
  const portal: Portal = {
    session: { ...SESSION, ...overrides.session },
    ownerTypes: {
      read: () => Promise.resolve([]),
      isSearchable: () => true,
      cardFolderOf: (typeId) => (typeId === 2 ? '/crm/deal/details/' : `/crm/type/${typeId}/details/`),
      wordOf: () => 'deal',
      ...overrides.ownerTypes,
    },
    orders: {
      find: notProvided('orders.find'),
      findOfCustomers: () => Promise.resolve(OF_NO_CUSTOMERS),
      findByNumbers: notProvided('orders.findByNumbers'),
      suggestFor: () => Promise.resolve([]),
      read: notProvided('orders.read'),
      readPresence: () => Promise.resolve('present' as const),
      readCustomers: async (ids) => new Map(ids.map((id) => [id, aCustomer()])),
      readDocuments: notProvided('orders.readDocuments'),
      cardPath: () => undefined,
      readContents: notProvided('orders.readContents'),
      readStatuses: () => Promise.resolve([]),
      ...readingBoth(() => portal),
      count: () => Promise.resolve(undefined),
      scan: notProvided('orders.scan'),
      countUnbound: notProvided('orders.countUnbound'),
      ...overrides.orders,
    },
    clients: { cardPath: ({ type, id }) => `/crm/${type}/details/${id}/`, ...overrides.clients },
    owners: {
      find: notProvided('owners.find'),
      findOfCustomers: () => Promise.resolve(OF_NO_CUSTOMERS),
      suggestFor: () => Promise.resolve([]),
      readPresence: notProvided('owners.readPresence'),
      read: notProvided('owners.read'),
      readListed: notProvided('owners.readListed'),
      readDetails: async (owners) => new Map(owners.map(({ ref }) => [ownerKey(ref), someDetails()])),
      readTypeName: () => Promise.resolve(undefined),
      cardPath: () => undefined,
      ...overrides.owners,
    },
    bindings: {
      readOfOrders: notProvided('bindings.readOfOrders'),
      requireReadRight: notProvided('bindings.requireReadRight'),
      readOfOwner: notProvided('bindings.readOfOwner'),
      prepareMove: () => Promise.resolve(),
      write: notProvided('bindings.write'),
      readWriteRight: () => Promise.resolve('yes' as const),
      ...overrides.bindings,
    },
    journal: {
      readState: () =>
        Promise.resolve({ kind: 'refused', failure: new PortalFailure({ kind: 'missing-scope', changed: 'no' }) }),
      make: notProvided('journal.make'),
      addOutcome: notProvided('journal.addOutcome'),
      readReplaced: notProvided('journal.readReplaced'),
      find: notProvided('journal.find'),
      readTime: notProvided('journal.readTime'),
      count: notProvided('journal.count'),
      removeOlder: notProvided('journal.removeOlder'),
      ...overrides.journal,
    },
    runs: {
      store: notProvided('runs.store'),
      prepare: notProvided('runs.prepare'),
      mostWrites: notProvided('runs.mostWrites'),
      commit: notProvided('runs.commit'),
      addEnd: notProvided('runs.addEnd'),
      findOpen: () => Promise.resolve([]),
      read: notProvided('runs.read'),
      readShown: notProvided('runs.readShown'),
      readNewest: notProvided('runs.readNewest'),
      ...overrides.runs,
    },
    people: {
      readNames: () => Promise.resolve(new Map()),
      readOwnId: notProvided('people.readOwnId'),
      profilePath: (id) => `/company/personal/user/${id}/`,
      ...overrides.people,
    },
    profile: {
      readTimeZone: () => Promise.resolve(undefined),
      isAdministrator: () => Promise.resolve(true),
      ...overrides.profile,
    },
    app: { readScopes: notProvided('app.readScopes'), ...overrides.app },
    placements: {
      handler: 'https://app.example/index.html',
      readAvailable: () => Promise.resolve([]),
      readRegistered: () => Promise.resolve([]),
      register: notProvided('placements.register'),
      withdraw: notProvided('placements.withdraw'),
      ...overrides.placements,
    },
    storage: { tryOut: notProvided('storage.tryOut'), ...overrides.storage },
    frameWindow: { setHeight: () => undefined, finishInstall: () => undefined, ...overrides.frameWindow },
    links: {
      openPath: notProvided('links.openPath'),
      addressOf: (path) => `https://portal.example${path}`,
      ...overrides.links,
    },
    facts: {
      read: () => ({}),
      collect: notProvided('facts.collect'),
      keep: notProvided('facts.keep'),
      ...overrides.facts,
    },
    settings: { read: () => DEFAULT_SETTINGS, save: notProvided('settings.save'), ...overrides.settings },
    options: {
      readRecentOwners: () => [],
      rememberOwner: () => undefined,
      readTheme: () => undefined,
      rememberTheme: () => undefined,
      ...overrides.options,
    },
  }
  return portal
}
