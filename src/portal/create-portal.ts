import type { PaceClock } from './paced-transport'
import type { Portal } from './portal'
import type { Transport } from './transport'
import { createAppScopes } from './app-scopes'
import { createAsk } from './ask'
import { batchReads } from './batch-reads'
import { createBindings } from './bindings'
import { createClients } from './clients'
import { createFacts } from './facts'
import { createFrameWindow } from './frame-window'
import { createLateReads } from './late-reads'
import { createLateRuns } from './late-runs'
import { createLinks, createOrderCardPath } from './links'
import { createOptions } from './options'
import { createReadOrderCustomers } from './order-customers'
import { createOrderStatuses } from './order-statuses'
import { createOrders } from './orders'
import { createReadOwnerDetails } from './owner-details'
import { createOwnerTypes } from './owner-types'
import { createOwners } from './owners'
import { createPeople } from './people'
import { createPlacements } from './placements'
import { createProfile } from './profile'
import { toSession } from './session'
import { createSettings } from './settings'
import { createStages } from './stages'

/**
 * Builds the portal on any transport: the SDK's in a frame, the emulator's in a test. Asks for nothing by itself. The pace of runs is
 * kept by the clock.
 */
export function createPortal(transport: Transport, clock?: PaceClock): Portal {
  const session = toSession(transport.context)
  const ask = createAsk(batchReads(transport))
  const askUnbatched = createAsk((command) => transport.call(command))
  const settings = createSettings(askUnbatched, transport.context)
  const clients = createClients(ask)
  const readStages = createStages(ask)
  const bindings = createBindings(ask)
  const options = createOptions(transport)
  const owners = createOwners(ask, createReadOwnerDetails(clients, readStages))
  const orders = createOrders(ask, {
    readCustomers: createReadOrderCustomers(ask, clients),
    readStatuses: createOrderStatuses(ask, session.language),
    find: (query) => late.orders.find(query),
  })
  const lent = { orders, bindings, options, readStages, owners }
  const late = createLateReads({ ask, askUnbatched, transport, settings, ...lent })
  return {
    session,
    ownerTypes: createOwnerTypes(askUnbatched, { settings, readTypeName: owners.readTypeName }),
    clients: { cardPath: ({ type, id }) => `/crm/${type}/details/${id}/` },
    orders: {
      ...orders,
      ...late.orders,
      cardPath: createOrderCardPath(settings),
    },
    owners: { ...owners, ...late.owners },
    bindings: { ...bindings, ...late.bindings },
    journal: late.journal,
    runs: createLateRuns({ transport, clock, loadGuardedMoves: late.loadGuardedMoves, ask }),
    people: createPeople(ask),
    profile: createProfile(ask),
    settings,
    facts: createFacts(transport, { askUnbatched, settings }),
    app: createAppScopes(ask),
    placements: createPlacements(askUnbatched, transport.context),
    frameWindow: createFrameWindow(transport),
    links: createLinks(transport),
    storage: late.storage,
    options,
  }
}
