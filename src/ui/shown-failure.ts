import type { PortalFailure } from '@/domain/failure'
import { toAnyFailure } from '@/domain/app-error'

/** One answer may reach several readers, and its mistake with it. */
const reported = new WeakSet<object>()

/** Tells developers of a mistake in the app, once. */
export function reportMistake(mistake: unknown): void {
  if (typeof mistake === 'object' && mistake !== null) {
    if (reported.has(mistake)) return
    reported.add(mistake)
  }
  // eslint-disable-next-line no-console -- where developers look
  console.error(mistake)
}

const listeners = new Set<(failure: PortalFailure) => void>()

/** Is told of every failure that some part of the page shows. Gives the function that ends it. */
export function onShownFailure(listener: (failure: PortalFailure) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Gives whatever was thrown as a failure that people can be shown. A mistake of ours is reported as well. */
export function toShownFailure(error: unknown): PortalFailure {
  const failure = toAnyFailure(error)
  reportMistakeBehind(failure)
  for (const listener of listeners) listener(failure)
  return failure
}

/** Tells developers of the mistake that a failure stands for, if it does. */
export function reportMistakeBehind({ kind, cause }: PortalFailure): void {
  if (kind === 'app-error') reportMistake(cause)
}
