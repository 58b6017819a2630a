import type { LiveRun, RunTools } from '@/binding/runs/live-run'
import type { RunEngine } from '@/binding/runs/run'
import type { Death, Line, Wire } from './wire'
import type { RunWorld } from './world'
import { createClock, waitByTimer } from '@/binding/clock'
import { createRunEngine } from '@/binding/runs/run'
import { createPortal } from '@/portal/create-portal'
import { createInProcessTransport } from '@tests/support/in-process-transport'
import { onLine } from './wire'

/** Replaces collaborators of the engine by broken ones, to see that the invariants notice. */
export type Sabotage = (tools: RunTools) => RunTools

/** One person's window with the app in it. */
export interface Window {
  tools: RunTools
  engine: RunEngine
  line: Line
}

export interface People {
  world: RunWorld
  wire: Wire
  sabotage: Sabotage
  isGuarded: boolean
}

/** Opens the app as a person, in a browser of its own. */
export function openWindow({ world, wire, sabotage, isGuarded }: People, user: number, death?: Death): Window {
  const line: Line = { isDead: false, requests: 0, death }
  const context = { appOptions: { guardedMoves: isGuarded ? 'Y' : 'N' } }
  const transport = createInProcessTransport(world.local, { user, context, source: `10.0.0.${user}` })
  const clock = createClock(waitByTimer)
  const portal = createPortal(onLine(transport, world, { wire, line }), clock)
  const lock = async () => () => undefined
  const tools = sabotage({ portal, runs: portal.runs, clock, inProgress: new Set(), lock })
  return { tools, engine: createRunEngine(tools), line }
}

/** A run, and the window that it goes on in. */
export interface Going {
  window: Window
  live: LiveRun
  /** When it ended or died, by the portal's clock; absent where somebody else went on before that. */
  endedAt?: number
}
