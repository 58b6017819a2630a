/**
 * Why the app could not start in its frame.
 * - `not-in-frame`: the page was opened by itself, not by a portal
 * - `refused`: the portal's page answered, and not as it should
 */
export class StartError extends Error {
  override readonly name = 'StartError'
  readonly reason: 'not-in-frame' | 'refused'
  /** The SDK's code, for the small print. */
  readonly code: string

  constructor(reason: 'not-in-frame' | 'refused', code: string) {
    super(`${reason} (${code})`)
    this.reason = reason
    this.code = code
  }
}
