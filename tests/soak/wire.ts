import type { Transport } from '@/portal/transport'
import type { Random } from '@emulator/portal/random'
import { TransportError } from '@/portal/transport'

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What writes did on the wire. */
export interface Wire {
  /** When a write left last, in milliseconds of the page's own clock. */
  sentAt?: number
  /** A write left so long after the engine had asked for it. */
  latestDeparture: number
  /** Requests are held back for a long time now and then. */
  isHeldUp: boolean
  /** A write left that no memory had kept. */
  isForgotten: boolean
  isRemembered(): boolean
  /** What happens when the first write leaves. */
  onFirstDeparture?: () => void
}

/** Makes the record of a run's writes; `isRemembered` says whether a change is remembered that has no end yet. */
export function openWire(isRemembered: () => boolean): Wire {
  return { latestDeparture: 0, isHeldUp: true, isForgotten: false, isRemembered }
}

/** Lets requests and answers take time, now and then a lot of it before they leave, and notes when writes leave. */
export function slowed(transport: Transport, random: Random, wire: Wire): Transport {
  async function travel<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    await pause(wire.isHeldUp && random.next() < 0.05 ? random.nextInt(5_000, 40_000) : random.nextInt(1, 400))
    const answer = await send().catch(async (error: unknown) => {
      const isSilent = error instanceof TransportError && error.kind === 'timeout'
      await pause(isSilent ? 65_000 : random.nextInt(1, 2_000))
      throw error
    })
    await pause(random.nextInt(1, 2_000))
    return answer
  }
  return {
    ...transport,
    call: (command) => travel(() => transport.call(command)),
    batch(commands, { halt, mayLeave }) {
      const askedAt = performance.now()
      function mayLeaveNoted(): boolean {
        if (mayLeave?.() === false) return false
        wire.sentAt = performance.now()
        wire.isForgotten ||= !wire.isRemembered()
        wire.onFirstDeparture?.()
        wire.onFirstDeparture = undefined
        wire.latestDeparture = Math.max(wire.latestDeparture, wire.sentAt - askedAt)
        return true
      }
      const options = mayLeave ? { halt, mayLeave: mayLeaveNoted } : { halt }
      return travel(() => transport.batch(commands, options))
    },
  }
}
