import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { PaceClock } from '@/portal/paced-transport'
import type { Portal } from '@/portal/portal'
import type { FrameContext } from '@/portal/transport'
import type { FaultRule } from '@emulator/portal/fault'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { LocalPortal } from '@emulator/portal/state'
import type { InProcessTransport } from './in-process-transport'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { createPortal } from '@/portal/create-portal'
import { JOURNAL, JOURNAL_PROPERTIES } from '@/portal/journal-text'
import { createPortal as createLocalPortal } from '@emulator/create-portal'
import { setFaults } from '@emulator/faults/faults'
import { createInProcessTransport } from './in-process-transport'

export interface OpenPortalOptions {
  user?: number
  settings?: Partial<PortalSettings>
  faults?: FaultRule[]
  context?: Partial<FrameContext>
  guardedMoves?: boolean
  /** The app may store nothing: it lacks the scope. A journal is there unless told. */
  hasJournal?: boolean
  /** Keeps the pace of runs; they keep none unless told. */
  pace?: PaceClock
}

/** The app's portal on the sample portal, and both ends of it. */
interface OpenedPortal {
  local: LocalPortal
  transport: InProcessTransport
  portal: Portal
}

/** Nothing is waited for. */
const NO_PACE: PaceClock = { now: () => 0, wait: () => Promise.resolve() }

/** Opens the sample portal, in the state that its seed makes, as a person. */
export function openPortal(options: OpenPortalOptions = {}): OpenedPortal {
  const local = createLocalPortal({ settings: options.settings })
  if (options.hasJournal !== false) addJournal(local)
  setFaults(local, options.faults ?? [])
  const appOptions = options.guardedMoves ? { guardedMoves: 'Y' } : []
  const transport = createInProcessTransport(local, { user: options.user, context: { appOptions, ...options.context } })
  return { local, transport, portal: createPortal(transport, options.pace ?? NO_PACE) }
}

/** The journal as an installer has made it. */
function addJournal(local: LocalPortal): void {
  local.app.scopes.push('entity')
  const properties = Object.entries(JOURNAL_PROPERTIES).map(([code, type]) => ({ code, name: code, type, sort: 500 }))
  const journal = {
    id: 1,
    code: JOURNAL,
    name: 'Order Binder',
    rights: { AU: 'W' as const },
    properties,
    items: new Map(),
  }
  local.app.storages.set(JOURNAL, journal)
}

/** Ids of a named sample of the sample portal. @throws when the sample portal has no such sample */
export function readSample(local: LocalPortal, name: string): { orderId: OrderId; owner: OwnerRef } {
  const sample = local.data.samples[name]
  if (!sample) throw new Error(`The sample portal has no sample ${name}.`)
  return {
    orderId: orderId(sample.orderId ?? 1),
    owner: { typeId: ownerTypeId(sample.ownerTypeId ?? 2), id: ownerId(sample.ownerId ?? 1) },
  }
}

/** The owner that the local portal has stored for an order. */
export function storedOwner(local: LocalPortal, id: OrderId): OwnerRef | null {
  const stored = local.data.bindings.get(id)
  return stored ? { typeId: ownerTypeId(stored.ownerTypeId), id: ownerId(stored.ownerId) } : null
}

/** A rule that applies an effect to every call of a method, or to one. */
export function faultOf(method: string, effect: FaultRule['effect'], when: FaultRule['when'] = 'every'): FaultRule {
  return { method: method.toLowerCase(), when, effect }
}
