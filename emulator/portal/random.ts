/** A repeatable source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  nextInt(low: number, high: number): number
  /** One of the entries; throws for an empty list. */
  pick<Value>(list: readonly Value[]): Value
  /** A copy in another order. */
  shuffle<Value>(list: readonly Value[]): Value[]
  /** 32 hexadecimal characters. */
  hex(): string
}

/** Makes a random number generator from a seed (Weyl sequence with a mixing step; good enough for sample data, not for secrets). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
  const nextInt = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    nextInt,
    pick: (list) => {
      const value = list[nextInt(0, list.length - 1)]
      if (value === undefined) throw new Error('Nothing to pick from')
      return value
    },
    shuffle: (list) =>
      list
        .map((value) => ({ value, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
    hex: () =>
      Array.from({ length: 4 }, () =>
        Math.floor(next() * 2 ** 32)
          .toString(16)
          .padStart(8, '0'),
      ).join(''),
  }
}
