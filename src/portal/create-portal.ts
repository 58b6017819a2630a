import type { Portal } from './portal'
import type { Transport } from './transport'
import { createAsk } from './ask'
import { createBindings } from './bindings'
import { createCustomers } from './customers'
import { gather } from './gather'
import { createOptions } from './options'
import { createOrderCustomers } from './order-customers'
import { createOrderStatuses } from './order-statuses'
import { createOrders } from './orders'
import { createFurnish } from './owner-rows'
import { createOwnerTypes } from './owner-types'
import { createOwners } from './owners'
import { toSession } from './session'
import { createWidgets } from './widgets'

/** Builds the portal on any transport: the SDK's in a frame, the emulator's in a test. Asks for nothing by itself. */
export function createPortal(transport: Transport): Portal {
  const session = toSession(transport.context)
  const ask = createAsk(gather(transport))
  const askAlone = createAsk((command) => transport.call(command))
  const customers = createCustomers(ask)
  return {
    session,
    ownerTypes: createOwnerTypes(askAlone),
    orders: createOrders(ask, {
      customers: createOrderCustomers(ask, customers),
      readStatuses: createOrderStatuses(ask, session.language),
    }),
    owners: createOwners(ask, createFurnish(ask, customers)),
    bindings: createBindings(ask, transport),
    widgets: createWidgets(transport),
    options: createOptions(transport),
  }
}
