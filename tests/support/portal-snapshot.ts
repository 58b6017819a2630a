import type { LocalPortal } from '@emulator/portal/state'

/** What every request changes, a refused one too. */
const COUNTED = ['log', 'limits']

/** Everything that a portal keeps, but for its log and what it counts of requests. */
interface PortalSnapshot {
  /** Ids and random texts that were taken since the portal is watched. */
  taken: number
  kept: unknown
}

/** Watches a portal; the function that it gives says what the portal keeps now. */
export function watchPortal(portal: LocalPortal): () => PortalSnapshot {
  const { nextId, randomHex } = portal
  let taken = 0
  Object.assign(portal, {
    nextId: () => (taken++, nextId()),
    randomHex: () => (taken++, randomHex()),
  })
  return () => {
    const isKept = ([name, value]: [string, unknown]) => !COUNTED.includes(name) && typeof value !== 'function'
    return { taken, kept: structuredClone(Object.fromEntries(Object.entries(portal).filter(isKept))) }
  }
}
