/**
 * Memoizes a read for the page's life, by key; calls that come while it runs share it.
 * A failed read is not kept, so that the next call tries again.
 */
export function memoizeRead<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const promises = new Map<string, Promise<Value>>()
  return (key) => {
    const cached = promises.get(key)
    if (cached) return cached
    const fresh = read(key)
    promises.set(key, fresh)
    fresh.catch(() => promises.delete(key)) // The caller sees the failure; this branch only drops it.
    return fresh
  }
}
