/**
 * Keeps what a read gave for the page's life, by key; asks that come while it runs share it.
 * A failed read is forgotten, so that the next asking tries again.
 */
export function keepRead<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>()
  return (key) => {
    const known = kept.get(key)
    if (known) return known
    const fresh = read(key)
    kept.set(key, fresh)
    fresh.catch(() => kept.delete(key)) // The caller sees the failure; this branch only forgets it.
    return fresh
  }
}
