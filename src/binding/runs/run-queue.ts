/** The places of the rows that are still to be written. */
export interface RunQueue {
  readonly isEmpty: boolean
  readonly size: number
  /** Takes the next ones, at most so many, of those that may be written now; the others keep their places. */
  take(most: number, mayTake: (place: number) => boolean): number[]
  /** Puts places back: they come next. */
  putBack(places: readonly number[]): void
  /** The same for rows whose write was lost on its way; gives those that were lost too often, which it leaves out. */
  putBackLost(places: readonly number[]): number[]
}

/** How often a row is sent whose writes are lost. */
const MOST_TRIES = 3

/** Makes the queue of these places, in their order. */
export function createRunQueue(places: readonly number[]): RunQueue {
  /** Backwards: the next one is the last. */
  const left = places.toReversed()
  const tries = new Map<number, number>()
  return {
    get isEmpty() {
      return left.length === 0
    },
    get size() {
      return left.length
    },
    take(most, mayTake) {
      const taken: number[] = []
      const passed: number[] = []
      while (left.length > 0 && taken.length < most) {
        const place = left.pop() ?? 0
        if (mayTake(place)) taken.push(place)
        else passed.push(place)
      }
      left.push(...passed.toReversed())
      return taken
    },
    putBack: (back) => void left.push(...back.toReversed()),
    putBackLost(lost) {
      for (const place of lost) tries.set(place, (tries.get(place) ?? 0) + 1)
      const isGivenUp = (place: number) => (tries.get(place) ?? 0) >= MOST_TRIES
      left.push(...lost.filter((place) => !isGivenUp(place)).toReversed())
      return lost.filter(isGivenUp)
    },
  }
}
