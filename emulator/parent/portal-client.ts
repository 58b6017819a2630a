import type { TokenPair } from '@contract/frame'
import type { FoundName, OpenFrameAnswer, OpenFrameRequest } from '@emulator/pages/bridge-protocol'
import type { FaultEffect } from '@emulator/portal/fault'
import type { LoggedCall } from '@emulator/portal/logged-call'
import { CONTROL_PATH } from '@emulator/control/protocol'
import { BRIDGE_PATH } from '@emulator/pages/bridge-protocol'

/** Asks the portal's server with JSON; the answer is typed by who asks, because both ends are ours. */
export async function post<Answer>(path: string, body: unknown): Promise<Answer | undefined> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.ok ? response.json() : undefined
}

/** Asks for a frame for the person who looks at the page. */
export function openFrame(request: OpenFrameRequest): Promise<OpenFrameAnswer | undefined> {
  return post(`${BRIDGE_PATH}open`, request)
}

/** Asks for new tokens of a frame; nothing when the portal refuses. */
export function refreshTokens(sid: string): Promise<TokenPair | undefined> {
  return post(`${BRIDGE_PATH}refresh`, { sid })
}

/** Stores an option and gives the whole set; nothing when the portal refuses. */
export function storeOption(option: { sid: string; scope: 'app' | 'user'; name: string; value: unknown }) {
  return post<Record<string, unknown>>(`${BRIDGE_PATH}option`, option)
}

/** Finds rows for a choosing dialog. */
export async function findNames(kind: string, search: string): Promise<FoundName[]> {
  return (await post<FoundName[]>(`${BRIDGE_PATH}names`, { kind, search })) ?? []
}

/** Asks whether a fault is set for this command. */
export async function takeFault(command: string): Promise<FaultEffect | undefined> {
  const answer = await post<{ effect: FaultEffect | null }>(`${BRIDGE_PATH}fault`, { command })
  return answer?.effect ?? undefined
}

let reported: Promise<unknown> = Promise.resolve()

/** Reports a frame message to the portal's log, one after another; a lost report stops nothing. */
export function report(call: Omit<LoggedCall, 'at' | 'channel'>): void {
  const logged: LoggedCall = { at: Date.now(), channel: 'frame', ...call }
  reported = reported.then(() => post(`${CONTROL_PATH}log`, logged)).catch(() => undefined)
}
