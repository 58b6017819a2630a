import type { RunHead, StoredRun } from '@/domain/run'
import type { Portal } from '@/portal/portal'
import { asFailure, PortalFailure } from '@/domain/failure'
import { isEnded } from '@/domain/run'

/** A window that carries a run out says so more often than this, in milliseconds of the portal's clock. */
const SILENCE = 65_000

/** A run without an end, and whether anybody is at it. */
export interface OpenRun {
  head: RunHead
  /** Rows without an end. */
  left: number
  isGoing: boolean
  /** When it was last heard of. */
  heard: RunHead['at']
}

function toOpenRun(run: StoredRun, now: number): OpenRun {
  const heard = run.newest?.at ?? run.at
  const left = run.states.filter((state) => !isEnded(state)).length
  // Without a time nobody can tell that the other window is gone.
  return { head: run, left, heard, isGoing: heard === undefined || now - heard.at < SILENCE }
}

/** Reads the runs that have no end, newest first, with what is left of each. Those that cannot be read whole are left out. */
export async function readOpenRuns({ runs, journal }: Portal): Promise<OpenRun[]> {
  const heads = await runs.findOpen()
  if (heads.length === 0) return []
  const reading = heads.map(({ id }) => runs.read(id).catch(asFailure))
  const [now, ...read] = await Promise.all([journal.readTime(), ...reading])
  return read
    .flatMap((run) => (run && !(run instanceof PortalFailure) && run.ending === undefined ? [toOpenRun(run, now)] : []))
    .filter(({ left }) => left > 0)
}
