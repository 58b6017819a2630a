import type { Clock } from '@/binding/clock'
import type { Portal } from '@/portal/portal'
import type { Transport } from '@/portal/transport'
import { createPortal } from '@/portal/create-portal'
import { createPacedTransport } from '@/portal/paced-transport'

/** A portal of which everything that is asked keeps the pace of runs. */
export interface HookPortal {
  portal: Portal
  transport: Pick<Transport, 'call' | 'batch'>
}

/** Makes the portal that a webhook reaches. `isDry`: not even a question is asked whose method could write. */
export function createHookPortal(transport: Transport, clock: Clock, isDry: boolean): HookPortal {
  const paced = createPacedTransport(transport, clock)
  const portal = createPortal({ ...transport, ...paced }, clock)
  return {
    transport: paced,
    portal: {
      ...portal,
      // Steps have the time of this computer: that is what they are compared with.
      journal: { ...portal.journal, readTime: async () => clock.date() },
      ...(isDry && { bindings: { ...portal.bindings, readWriteRight: async () => 'unknown' as const } }),
    },
  }
}
