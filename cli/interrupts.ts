/** What Ctrl-C asks for: the first one to end soon, the second one to end now. */
export interface Interrupts {
  /** Aborts with the first one. */
  signal: AbortSignal
  /** Resolves with the second one. */
  again: Promise<void>
  /** Listens no longer. */
  end(): void
}

/** Listens to something that may interrupt; `on` gives what ends the listening. */
export function listenTo(on: (listener: () => void) => () => void): Interrupts {
  const first = new AbortController()
  let tellAgain: () => void = () => undefined
  const again = new Promise<void>((resolve) => (tellAgain = resolve))
  const end = on(() => {
    if (first.signal.aborted) tellAgain()
    else first.abort()
  })
  return { signal: first.signal, again, end }
}
