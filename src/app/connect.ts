import type { Transport } from '@/portal/transport'
import { StartError } from '@/portal/start-error'

/** How long the portal page may take to answer, in milliseconds. The SDK itself would wait for ever. */
export const CONNECT_LIMIT = 10_000

/** Why the app did not start: each has a screen of its own. */
export type StartFailure =
  /** The page was opened outside of a portal. */
  | { kind: 'outside' }
  /** The portal page gave no answer in time. */
  | { kind: 'silent' }
  | { kind: 'refused'; code: string }
  /** A mistake in the app itself. */
  | { kind: 'mistake'; code: string }

/** On the way to the portal page, and what became of it. */
export type Connecting = Promise<ConnectResult>

type ConnectResult = { kind: 'connected'; transport: Transport } | StartFailure

/** Connects to the portal page around the frame, and says which of three things went wrong if it did not work. */
export async function connect(connectFrame: () => Promise<Transport>, limit = CONNECT_LIMIT): Promise<ConnectResult> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<ConnectResult>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'silent' }), limit)
  })
  const result = await Promise.race([attempt(connectFrame), timeout])
  clearTimeout(timer)
  return result
}

async function attempt(connectFrame: () => Promise<Transport>): Promise<ConnectResult> {
  try {
    return { kind: 'connected', transport: await connectFrame() }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return error.reason === 'not-in-frame' ? { kind: 'outside' } : { kind: 'refused', code: error.code }
  }
}
