import type { BindingChange, PortalStateView } from '@emulator/control/protocol'
import type { ClockChange, ClockView } from '@emulator/portal/clock'
import type { FaultRule } from '@emulator/portal/fault'
import type { LoggedCall } from '@emulator/portal/logged-call'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import { CONTROL_PATH } from '@emulator/control/protocol'

/** The control routes of a running local portal, as a test calls them. */
export interface ControlClient {
  readState(): Promise<PortalStateView>
  readCalls(): Promise<LoggedCall[]>
  reset(settings?: Partial<PortalSettings>): Promise<PortalStateView>
  set(settings: Partial<PortalSettings>): Promise<PortalSettings>
  /** A named state, or several joined by commas. */
  setScenario(name: string): Promise<PortalStateView>
  setClock(change: ClockChange): Promise<ClockView>
  setFaults(rules: FaultRule[]): Promise<unknown>
  expireTokens(): Promise<unknown>
  /** Somebody else changes a binding. */
  changeBinding(binding: BindingChange): Promise<unknown>
}

/** Makes a client for the portal at this address, e.g. `http://localhost:5173/`. */
export function controlClient(portalUrl: string): ControlClient {
  async function ask<Answer>(name: string, body?: unknown): Promise<Answer> {
    const url = new URL(CONTROL_PATH + name, portalUrl)
    const init =
      body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(url, init)
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  return {
    readState: () => ask('state'),
    readCalls: () => ask('calls'),
    reset: (settings = {}) => ask('reset', settings),
    set: (settings) => ask('settings', settings),
    setScenario: (name) => ask('scenario', { name }),
    setClock: (change) => ask('clock', change),
    setFaults: (rules) => ask('faults', rules),
    expireTokens: () => ask('expire-tokens', {}),
    changeBinding: (binding) => ask('binding', binding),
  }
}
