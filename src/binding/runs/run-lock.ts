/** Lets a lock go. */
export type Release = () => void

/** Keeps a second window of the same person from a run at the same time; nothing where another one has it. Never rejects. */
export type RunLock = () => Promise<Release | undefined>

/** What this file needs of `navigator.locks`. */
type Locks = Pick<LockManager, 'request'>

/**
 * Makes the lock of this browser, by the portal's name: it goes with the window that has it. Where there are no locks, or they are refused,
 * every window gets one, and the newest step decides.
 */
export function createRunLock(portalOrigin: string, locks: Locks | undefined = navigator.locks): RunLock {
  const name = `order-binder run ${portalOrigin}`
  const free: Release = () => undefined
  return () =>
    new Promise((resolve) => {
      const holding = locks?.request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined)
        return new Promise<void>((release) => resolve(release))
      })
      if (holding) holding.catch(() => resolve(free))
      else resolve(free)
    })
}
