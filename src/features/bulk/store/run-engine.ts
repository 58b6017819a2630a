import type { InjectionKey } from 'vue'
import type { Clock } from '@/binding/clock'
import type { RunEngine } from '@/binding/runs/run'
import type { Portal } from '@/portal/portal'
import { inject } from 'vue'
import { createRunEngine } from '@/binding/runs/run'
import { createRunLock } from '@/binding/runs/run-lock'
import { useInProgressStore } from '@/features/binding-card/store/in-progress-store'

/** Tests put an engine of their own here. */
export const RUN_ENGINE: InjectionKey<RunEngine> = Symbol('run engine')

/** The engine of this page's runs. */
export function useRunEngine(portal: Portal, clock: Clock): RunEngine {
  const given = inject(RUN_ENGINE, undefined)
  if (given) return given
  const lock = createRunLock(portal.links.addressOf('/'))
  return createRunEngine({ portal, runs: portal.runs, clock, inProgress: useInProgressStore().orders, lock })
}
