import type { Ask } from './ask'
import type { Portal } from './portal'
import type { FrameContext } from './transport'
import { latePart } from '@/domain/late-code'

/** The places in the portal that open this app; the code comes when an administrator needs it. */
export function createPlacements(ask: Ask, { appAddress }: Pick<FrameContext, 'appAddress'>): Portal['placements'] {
  // The page of the app, whichever of its pages runs: the installer lies beside it.
  const handler = new URL('index.html', appAddress).href
  const load = latePart(async () => (await import('./placement-calls')).createPlacementCalls(ask, handler))
  return {
    handler,
    readAvailable: async () => (await load()).readAvailable(),
    readRegistered: async () => (await load()).readRegistered(),
    register: async (code, titles) => (await load()).register(code, titles),
    withdraw: async (code, registered) => (await load()).withdraw(code, registered),
  }
}
