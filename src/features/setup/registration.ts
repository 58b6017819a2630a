import type { PortalFailure } from '@/domain/failure'
import type { PlacementTitles, RegisteredPlacement } from '@/domain/placement'
import type { Portal } from '@/portal/portal'
import { asFailure } from '@/domain/failure'

/** How it stands with one placement. */
export type PlacementState =
  | { kind: 'waiting' }
  | { kind: 'working' }
  | { kind: 'added' }
  /** It was registered before. */
  | { kind: 'there' }
  | { kind: 'refused'; failure: PortalFailure }
  | { kind: 'withdrawn' }
  | { kind: 'kept'; failure: PortalFailure }
  /** The answer was lost, and so was that of the reading after it. */
  | { kind: 'unknown'; failure: PortalFailure }
  // What becomes of those that a run has added and takes back.
  | { kind: 'not-added' }
  | { kind: 'taken-back' }
  | { kind: 'left'; failure: PortalFailure }

/** Gives what a placement is called in every language. */
export type TitlesOf = (code: string) => Promise<PlacementTitles>

type Placements = Portal['placements']
type IsThere = (row: RegisteredPlacement) => boolean

/** Reads back whether there is such a registration; nothing where that cannot be read either. */
async function readBack(placements: Placements, isThere: IsThere): Promise<boolean | undefined> {
  try {
    return (await placements.readRegistered()).some(isThere)
  } catch (error) {
    asFailure(error)
    return undefined
  }
}

/** Registers one placement. A lost answer is read back before anything is told. */
export async function addPlacement(placements: Placements, code: string, titlesOf: TitlesOf): Promise<PlacementState> {
  const titles = await titlesOf(code)
  try {
    return { kind: await placements.register(code, titles) }
  } catch (error) {
    const failure = asFailure(error)
    if (failure.changed === 'no') return { kind: 'refused', failure }
    const isThere = await readBack(placements, (row) => row.isHere && row.code === code)
    if (isThere === undefined) return { kind: 'unknown', failure }
    return isThere ? { kind: 'added' } : { kind: 'refused', failure }
  }
}

/** Withdraws one registration, likewise. */
export async function removePlacement(
  placements: Placements,
  { code, handler }: RegisteredPlacement,
): Promise<PlacementState> {
  try {
    await placements.withdraw(code, handler)
    return { kind: 'withdrawn' }
  } catch (error) {
    const failure = asFailure(error)
    if (failure.changed === 'no') return { kind: 'kept', failure }
    const isThere = await readBack(placements, (row) => row.code === code && row.handler === handler)
    if (isThere === undefined) return { kind: 'unknown', failure }
    return isThere ? { kind: 'kept', failure } : { kind: 'withdrawn' }
  }
}
