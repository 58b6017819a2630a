/** What the control routes and the functions of a running portal do. Both hand on what they were given: it is looked at here. */
import type { ClockChange, ClockView } from '@emulator/portal/clock'
import type { ActiveFault, FaultRule } from '@emulator/portal/fault'
import type { LoggedCall } from '@emulator/portal/logged-call'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { BindingRecord, LocalPortal } from '@emulator/portal/state'
import type { BindingChange, PortalStateView } from './protocol'
import { ENTITY_TYPE } from '@contract/entity-types'
import { readLog } from '@emulator/calls/call-log'
import { expireTokens } from '@emulator/calls/identity'
import { isMap, toInt } from '@emulator/calls/params'
import { resetPortal } from '@emulator/create-portal'
import { isRules } from '@emulator/faults/fault-rules'
import { setFaults } from '@emulator/faults/faults'
import { changeClock } from '@emulator/portal/clock'
import { setBinding } from '@emulator/rows/bindings'
import { readScenario } from '@emulator/seed/scenarios'
import { isClockChange } from './clock-change'
import { requireSettings } from './settings'

/** Everything that may be done to a portal from outside. Each function throws one plain sentence for what it cannot do. */
export interface PortalControl {
  /**
   * Makes the portal new: the rows, people and settings of the start but for the settings given, empty log, no faults, the
   * clock of the start, all tokens and frames void.
   */
  reset(settings?: Partial<PortalSettings>): PortalStateView
  /** Resets with the settings of a scenario, or of several joined by commas: `with-orders,deal+invoice`. */
  scenario(names: string): PortalStateView
  /** Changes settings and keeps the rows. `rows` itself is changed by a reset or a scenario only. */
  settings(change: Partial<PortalSettings>): PortalSettings
  /** Lets another person look at the portal's pages, by id. */
  user(id: number): PortalSettings
  /** Replaces the fault rules; none are left by an empty list. */
  faults(rules: FaultRule[]): ActiveFault[]
  /** Sets, moves or stops the portal's clock: tokens, limits and `time` go by it. */
  clock(change: ClockChange): ClockView
  /** The REST calls and frame messages after a number, all of them unless told, oldest first; tokens are masked. */
  calls(after?: number): LoggedCall[]
  /** Settings, bindings, counts and named samples as they are now. */
  state(): PortalStateView
  /** Every change of a binding since the portal was started or reset, oldest first: when, which order, from, to, by whom, by which request. */
  history(): BindingRecord[]
  /** Somebody else changes a binding, past the REST interface. */
  binding(change: BindingChange): PortalStateView
  /** Lets every access token expire now; refresh tokens stay valid. */
  expireTokens(): void
}

/** Gives what tests and the developer's panel may know of a portal. */
function toStateView({ settings, data }: LocalPortal): PortalStateView {
  const count = (entityTypeId: number) => data.items.get(entityTypeId)?.size ?? 0
  return {
    settings: { ...settings },
    bindings: [...data.bindings]
      .map(([orderId, owner]) => ({ orderId, ...owner }))
      .sort((a, b) => a.orderId - b.orderId),
    counts: {
      deals: count(ENTITY_TYPE.deal),
      invoices: count(ENTITY_TYPE.smartInvoice),
      orders: data.orders.size,
      contacts: data.contacts.size,
      companies: data.companies.size,
    },
    samples: data.samples,
  }
}

function reset(portal: LocalPortal, settings: unknown): PortalStateView {
  resetPortal(portal, requireSettings(portal.users, settings))
  return toStateView(portal)
}

function changeScenario(portal: LocalPortal, names: unknown): PortalStateView {
  if (typeof names !== 'string') throw new Error('The name of a scenario is expected.')
  resetPortal(portal, readScenario(names))
  return toStateView(portal)
}

function changeSettings(portal: LocalPortal, given: unknown): PortalSettings {
  const change = requireSettings(portal.users, given)
  if (change.rows !== undefined && change.rows !== portal.settings.rows)
    throw new Error('A reset or a scenario changes the rows.')
  portal.settings = { ...portal.settings, ...change }
  return portal.settings
}

function changeFaults(portal: LocalPortal, rules: unknown): ActiveFault[] {
  if (!isRules(rules)) throw new Error('A list of fault rules is expected.')
  setFaults(portal, rules)
  return portal.faults
}

function setClock(portal: LocalPortal, change: unknown): ClockView {
  if (!isClockChange(change)) throw new Error('A change of the clock is expected: now, moveMs, hold.')
  return changeClock(portal, change)
}

function changeBinding(portal: LocalPortal, change: unknown): PortalStateView {
  if (!isMap(change) || !portal.data.orders.has(toInt(change.orderId))) throw new Error('There is no such order.')
  const orderId = toInt(change.orderId)
  if (change.ownerId === null) {
    setBinding(portal, { orderId, owner: null, user: null })
    return toStateView(portal)
  }
  const owner = { ownerId: toInt(change.ownerId), ownerTypeId: toInt(change.ownerTypeId) }
  if (owner.ownerId <= 0 || owner.ownerTypeId <= 0) throw new Error('An owner needs ownerId and ownerTypeId.')
  setBinding(portal, { orderId, owner, user: null })
  return toStateView(portal)
}

/** The control functions of a portal; they take anything, as callers without types do. */
export function controlPortal(portal: LocalPortal) {
  return {
    reset: (settings: unknown = {}) => reset(portal, settings),
    scenario: (names: unknown) => changeScenario(portal, names),
    settings: (change: unknown) => changeSettings(portal, change),
    user: (id: unknown) => changeSettings(portal, { user: id }),
    faults: (rules: unknown) => changeFaults(portal, rules),
    clock: (change: unknown) => setClock(portal, change),
    calls: (after: unknown = 0) => readLog(portal, toInt(after)),
    state: () => toStateView(portal),
    history: () => portal.bindingHistory,
    binding: (change: unknown) => changeBinding(portal, change),
    expireTokens: () => expireTokens(portal),
  } satisfies PortalControl
}
