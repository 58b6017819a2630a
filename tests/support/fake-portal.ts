import type { Session } from '@/domain/session'
import type { Portal } from '@/portal/portal'

/** What a test wants of the portal, noun by noun; all the rest refuses to work. */
export type PortalOverrides = { [Noun in keyof Portal]?: Partial<Portal[Noun]> }

const SESSION: Session = { placement: { code: 'DEFAULT' }, language: 'en', isAdmin: true, isSlider: false }

/** Says which function a test forgot to provide, where it is called. */
function absent(name: string) {
  return () => {
    throw new Error(`The fake portal was not told what ${name} does`)
  }
}

/** A portal made of what the test gives: for states of the screen, not for what the portal does. */
export function fakePortal(overrides: PortalOverrides = {}): Portal {
  return {
    session: { ...SESSION, ...overrides.session },
    ownerTypes: { read: absent('ownerTypes.read'), isSearchable: () => true, ...overrides.ownerTypes },
    orders: {
      find: absent('orders.find'),
      read: absent('orders.read'),
      readDocuments: absent('orders.readDocuments'),
      readStatuses: () => Promise.resolve([]),
      ...overrides.orders,
    },
    owners: {
      find: absent('owners.find'),
      readPresence: absent('owners.readPresence'),
      read: absent('owners.read'),
      readTypeName: () => Promise.resolve(undefined),
      cardPath: () => undefined,
      ...overrides.owners,
    },
    bindings: {
      readOfOrders: absent('bindings.readOfOrders'),
      requireReadRight: absent('bindings.requireReadRight'),
      readOfOwner: absent('bindings.readOfOwner'),
      write: absent('bindings.write'),
      readWriteRight: () => Promise.resolve('yes' as const),
      ...overrides.bindings,
    },
    frameWindow: { setHeight: () => undefined, ...overrides.frameWindow },
    links: {
      openPath: absent('links.openPath'),
      addressOf: (path) => `https://portal.example${path}`,
      ...overrides.links,
    },
    options: { readRecentOwners: () => [], rememberOwner: () => undefined, ...overrides.options },
  }
}
