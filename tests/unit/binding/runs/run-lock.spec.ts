import { describe, expect, it, vi } from 'vitest'
import { createRunLock } from '@/binding/runs/run-lock'

type Locks = Pick<LockManager, 'request'>
type Granted = (lock: { name: string; mode: 'exclusive' } | null) => unknown

/** Locks as a browser has them: one window at a time. */
function browserLocks() {
  const held = new Set<string>()
  const request = async (name: string, _options: unknown, granted: Granted) => {
    if (held.has(name)) return granted(null)
    held.add(name)
    await granted({ name, mode: 'exclusive' })
    return held.delete(name)
  }
  return { request } as unknown as Locks
}

/** The browser takes a lock back some turns after it was let go. */
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('the lock of runs', () => {
  it('lets one window have a run, and the next one when that has let it go', async () => {
    const locks = browserLocks()
    const release = await createRunLock('https://acme.example', locks)()
    expect(release).toBeDefined()
    expect(await createRunLock('https://acme.example', locks)()).toBeUndefined()
    release?.()
    await settle()
    expect(await createRunLock('https://acme.example', locks)()).toBeDefined()
  })

  it('is one for each portal', async () => {
    const locks = browserLocks()
    await createRunLock('https://acme.example', locks)()
    expect(await createRunLock('https://other.example', locks)()).toBeDefined()
  })

  it('is free where the browser refuses it', async () => {
    const request = () => Promise.reject(new DOMException('no', 'SecurityError'))
    expect(await createRunLock('https://acme.example', { request } as unknown as Locks)()).toBeDefined()
  })

  it('is free where the browser has none, as outside https', async () => {
    vi.stubGlobal('navigator', {})
    expect(await createRunLock('https://acme.example')()).toBeDefined()
    vi.unstubAllGlobals()
  })
})
