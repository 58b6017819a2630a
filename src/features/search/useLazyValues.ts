import { nextTick, shallowRef } from 'vue'

interface LazyRead<Key, Row, Value> {
  keyOf: (row: Row) => Key
  /** Every row is present in the answer. */
  read: (rows: readonly Row[]) => Promise<ReadonlyMap<Key, Value>>
  isUnread: (value: Value) => boolean
  /** Stands for a value that a mistake of ours has cost. */
  unread: Value
}

/**
 * What rows show that is read apart from them: asked for once they are on the screen, all of them in one request. A row whose
 * value is not there yet holds its place.
 */
export function useLazyValues<Key, Row, Value>({ keyOf, read, isUnread, unread }: LazyRead<Key, Row, Value>) {
  const values = shallowRef<ReadonlyMap<Key, Value>>(new Map())
  const seen = new Map<Key, Row>()
  /** A mistake of ours: the read never throws a failure. */
  const mistake = shallowRef<unknown>()
  let wanted: readonly Row[] = []

  async function readWanted(): Promise<void> {
    const rows = wanted
    wanted = []
    const answer = await read(rows).catch((error: unknown) => {
      mistake.value = error
      return new Map(rows.map((row) => [keyOf(row), unread]))
    })
    values.value = new Map([...values.value, ...answer])
  }

  function ask(rows: readonly Row[]): void {
    if (rows.length === 0) return
    // After the render that shows them, and together with what other stores ask for then.
    if (wanted.length === 0) void nextTick(readWanted)
    wanted = [...wanted, ...rows]
  }

  /** Asks for the value of a row that has come on the screen, unless it was asked for before. */
  function show(row: Row): void {
    if (seen.has(keyOf(row))) return
    seen.set(keyOf(row), row)
    ask([row])
  }

  /** Asks again for the values of rows that were shown, all of them unless told; the old ones stay until the answer comes. */
  const refresh = (rows: readonly Row[] = [...seen.values()]): void => ask(rows.filter((row) => seen.has(keyOf(row))))

  /** Asks again for all that could not be read. */
  function retry(): void {
    const missing = [...values.value].filter(([, value]) => isUnread(value)).map(([key]) => key)
    values.value = new Map([...values.value].filter(([key]) => !missing.includes(key)))
    ask(missing.flatMap((key) => seen.get(key) ?? []))
  }

  const find = (row: Row): Value | undefined => values.value.get(keyOf(row))
  /** Tells whether something that these rows show could not be read. */
  function isAnyUnread(rows: readonly Row[]): boolean {
    return rows.some((row) => {
      const value = find(row)
      return value !== undefined && isUnread(value)
    })
  }

  return { mistake, show, refresh, retry, find, isAnyUnread }
}
