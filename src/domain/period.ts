/** A time from a moment on and before another one, either as ISO 8601; without an offset it is by the portal's own clock. */
export interface Period {
  from?: string
  before?: string
}
