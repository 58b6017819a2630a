import type { Portal } from '@/portal/portal'
import type { PlacementState } from './registration'
import { asFailure } from '@/domain/failure'
import { removePlacement } from './registration'

/** What is left in the portal of what a run had added. */
export type LeftOver = 'nothing' | 'taken-back' | 'some' | 'unknown'

/** Where registrations are made, and who is told of each. */
export interface Registrar {
  placements: Portal['placements']
  tell(code: string, state: PlacementState): void
}

/** What removing says, in the words of taking back. */
function toTakenBack(state: PlacementState): PlacementState {
  if (state.kind === 'withdrawn') return { kind: 'taken-back' }
  return state.kind === 'kept' ? { kind: 'left', failure: state.failure } : state
}

/** Takes these back and nothing else, by what the portal shows now. `still`: those that are there, or may be. */
export async function takeBackAll(
  { placements, tell }: Registrar,
  codes: readonly string[],
): Promise<{ left: LeftOver; still: string[] }> {
  if (codes.length === 0) return { left: 'nothing', still: [] }
  const rows = await placements.readRegistered().catch(asFailure)
  if (!Array.isArray(rows)) {
    for (const code of codes) tell(code, { kind: 'unknown', failure: rows })
    return { left: 'unknown', still: [...codes] }
  }
  const still: string[] = []
  let taken = 0
  for (const code of codes) {
    const row = rows.find((candidate) => candidate.isHere && candidate.code === code)
    if (row) tell(code, { kind: 'working' })
    const state: PlacementState = row ? toTakenBack(await removePlacement(placements, row)) : { kind: 'not-added' }
    tell(code, state)
    if (state.kind === 'taken-back') taken += 1
    else if (row) still.push(code)
  }
  if (still.length > 0) return { left: 'some', still }
  return { left: taken > 0 ? 'taken-back' : 'nothing', still }
}
