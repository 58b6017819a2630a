import type { CheckLine, CheckName, CheckState } from '@/domain/check'
import { computed, ref, shallowRef } from 'vue'
import { usePortal } from '@/context'
import { toAnyFailure } from '@/domain/app-error'
import { CHECK_NAMES } from '@/domain/check'
import { reportMistakeBehind } from '@/ui/shown-failure'
import { CHECKS } from './checks'

const GATES = CHECK_NAMES.filter((name) => CHECKS[name].isGate)
const OTHERS = CHECK_NAMES.filter((name) => !CHECKS[name].isGate)

/**
 * The checks with what they have found out so far; they run when they are told to, as often as one likes. `isReading`: those that
 * write tell what they can without it, until they are tried out by hand.
 */
export function useChecks({ isReading = false } = {}) {
  const portal = usePortal()
  const states = shallowRef<Partial<Record<CheckName, CheckState>>>({})
  const isRunning = ref(false)

  const lines = computed(() =>
    CHECK_NAMES.map((name): CheckLine => {
      const isByHand = isReading && CHECKS[name].look !== undefined
      return { name, state: states.value[name] ?? { kind: 'waiting' }, isByHand }
    }),
  )
  /** Nothing stands in the way. */
  const isPassed = computed(() => lines.value.every(({ state }) => state.kind === 'passed' || state.kind === 'warned'))

  /** A missing permission is a line here; on another page it would be the whole page. */
  async function ask(name: CheckName, mayWrite: boolean): Promise<CheckState> {
    const { run, look = run } = CHECKS[name]
    try {
      return await (mayWrite ? run(portal) : look(portal))
    } catch (error) {
      const failure = toAnyFailure(error)
      reportMistakeBehind(failure)
      return { kind: CHECKS[name].onFailure, reason: { kind: 'failure', failure } }
    }
  }

  async function runOne(name: CheckName, mayWrite = !isReading): Promise<CheckState> {
    const state = await ask(name, mayWrite)
    states.value = { ...states.value, [name]: state }
    return state
  }

  async function passGates(): Promise<boolean> {
    for (const name of GATES) if ((await runOne(name)).kind === 'failed') return false
    return true
  }

  async function run(): Promise<void> {
    if (isRunning.value) return
    isRunning.value = true
    states.value = {}
    if (await passGates()) await Promise.all(OTHERS.map((name) => runOne(name)))
    isRunning.value = false
  }

  /** Runs one check that writes. */
  async function tryOut(name: CheckName): Promise<void> {
    if (isRunning.value) return
    isRunning.value = true
    states.value = { ...states.value, [name]: { kind: 'waiting' } }
    await runOne(name, true)
    isRunning.value = false
  }

  return { lines, isRunning, isPassed, run, tryOut }
}
