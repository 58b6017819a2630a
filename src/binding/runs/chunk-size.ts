/** How long a request may take, in milliseconds: the portal lets one run for 60 s, and who waits for its answer has a right to see it. */
const REQUEST_LIMIT = 10_000
/** How long the writes between two readings may take, in milliseconds: so long somebody else's change may stay unnoticed. */
const GROUP_LIMIT = 3_000
/** Of a portal that is not known yet. */
const FIRST_CHUNK = 5
const FIRST_GROUP = 3
/** How many writes and requests are remembered: portals are slower at some times of the day than at others. */
const WRITES_KEPT = 100
const REQUESTS_KEPT = 10

/** How many writes go into a request, by what former ones took. */
export interface ChunkSizer {
  /** Writes of the next request, as far as time goes: at least one. */
  size(): number
  /** Writes between two readings, at least one. */
  groupSize(): number
  /** What a write takes on the average, in milliseconds. */
  meanWrite(): number
  /** Is told what an answered request took, from its leaving to its answer, in milliseconds, and each of its writes, in seconds. */
  answered(rows: number, took: number, seconds: readonly number[]): void
  /** Is told that no answer came to a request of so many writes. */
  lost(rows: number): void
}

function last<Value>(values: readonly Value[], count: number): Value[] {
  return values.slice(-count)
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/** Gives the value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
}

/** Begins small, at most doubles, and halves only where no answer came. */
export function createChunkSizer(): ChunkSizer {
  let most = FIRST_CHUNK
  /** Of single writes, in milliseconds. */
  let writes: number[] = []
  /** Of requests without their writes, by their readings, in milliseconds. */
  let readings: number[] = []
  const writeTime = () => Math.max(1, percentile(writes, 80))
  const groupSize = () => (writes.length === 0 ? FIRST_GROUP : Math.max(1, Math.floor(GROUP_LIMIT / writeTime())))
  /** Each group has its reading, and all of them have one at the end: a bigger chunk takes longer beside its writes, too. */
  const readingsOf = (rows: number, group: number) => Math.ceil(rows / group) + 1
  const fits = (rows: number) =>
    rows * writeTime() + readingsOf(rows, groupSize()) * percentile(readings, 50) <= REQUEST_LIMIT

  return {
    size() {
      if (writes.length === 0) return most
      let size = Math.max(1, Math.min(most, Math.floor(REQUEST_LIMIT / writeTime())))
      while (size > 1 && !fits(size)) size -= 1
      return size
    },
    groupSize,
    meanWrite: () => (writes.length === 0 ? 0 : sumOf(writes) / writes.length),
    answered(rows, took, seconds) {
      const count = readingsOf(rows, groupSize())
      const times = seconds.length > 0 ? seconds.map((one) => one * 1000) : Array<number>(rows).fill(took / rows)
      writes = last([...writes, ...times], WRITES_KEPT)
      const rest = Math.min(REQUEST_LIMIT / 2, Math.max(0, took - sumOf(times)))
      readings = last([...readings, rest / count], REQUESTS_KEPT)
      // A smaller chunk than may be says nothing of a bigger one.
      most = Math.max(most, rows * 2)
    },
    lost(rows) {
      most = Math.max(1, Math.floor(rows / 2))
    },
  }
}
