import type { PlanRow } from '@/domain/plan'
import type { HookPortal } from './hook-portal'
import type { Interrupts } from './interrupts'
import type { RunFiles } from './run-files'
import type { World } from './world'

/** What is to be written to a portal, from wherever it comes. */
export interface Task {
  files: RunFiles
  /** What the list, or the run that is taken back, is known again by. */
  source: string
  /** What the portal is known again by. */
  target: string
  isDry: boolean
  /** The run that is taken back. */
  undoes?: string
  /** Reads what would happen; nothing once it was interrupted. */
  plan(): Promise<readonly PlanRow[] | undefined>
}

/** What a task is carried out with. */
export interface TaskTools {
  world: World
  hook: HookPortal
  interrupts: Interrupts
}
