import type { FailureKind, PortalFailure } from '@/domain/failure'
import type { PlacementState, TitlesOf } from './registration'
import type { LeftOver, Registrar } from './take-back'
import { asFailure } from '@/domain/failure'
import { addPlacement } from './registration'
import { takeBackAll } from './take-back'

/** What a run ends as: every placement was tried, or it could not go on. */
type RunEnd = { kind: 'tried'; refused: number } | { kind: 'stopped'; failure: PortalFailure; left: LeftOver }

/** A refusal that says nothing of the other placements. */
const OF_ONE_PLACE: readonly FailureKind[] = ['refused', 'no-placement']

function stops(state: PlacementState): state is Extract<PlacementState, { failure: PortalFailure }> {
  if (state.kind === 'unknown') return true
  return state.kind === 'refused' && !OF_ONE_PLACE.includes(state.failure.kind)
}

/** One run of the installer: it registers one placement after the other, and can take back what it has added itself. */
export function createInstallationRun({ placements, tell }: Registrar, titlesOf: TitlesOf) {
  /** Registered by this run, or perhaps; none of them was there before. */
  let ours: string[] = []

  async function run(codes: readonly string[]): Promise<RunEnd> {
    const rows = await placements.readRegistered().catch(asFailure)
    if (!Array.isArray(rows)) return { kind: 'stopped', failure: rows, left: 'nothing' }
    const before = rows.filter(({ isHere }) => isHere).map(({ code }) => code)
    let refused = 0
    for (const [place, code] of codes.entries()) {
      const state = await registerOne(code, before)
      tell(code, state)
      if (state.kind === 'refused') refused += 1
      if (stops(state)) return stop(state.failure, codes.slice(place + 1))
    }
    return { kind: 'tried', refused }
  }

  async function registerOne(code: string, before: readonly string[]): Promise<PlacementState> {
    if (before.includes(code)) return { kind: 'there' }
    tell(code, { kind: 'working' })
    const state = await addPlacement(placements, code, titlesOf)
    if (state.kind === 'added' || state.kind === 'unknown') ours.push(code)
    return state
  }

  async function stop(failure: PortalFailure, notTried: readonly string[]): Promise<RunEnd> {
    for (const code of notTried) tell(code, { kind: 'not-added' })
    return { kind: 'stopped', failure, left: await takeBack() }
  }

  /** To be called again where something was left. */
  async function takeBack(): Promise<LeftOver> {
    const { left, still } = await takeBackAll({ placements, tell }, ours)
    ours = still
    return left
  }

  return { run, takeBack }
}
