import { vi } from 'vitest'

/** Waits until the check passes; machines under load get time. */
export function eventually<Value>(check: () => Value): Promise<Value> {
  return vi.waitFor(check, { timeout: 30_000, interval: 10 })
}
