import type { Ask } from './ask'
import type { Portal } from './portal'
import type { SuggestionParts } from './suggesting'
import { PortalFailure } from '@/domain/failure'
import { memoizeRead } from './memoize-read'

interface Suggestions {
  forOwner: Portal['orders']['suggestFor']
  forOrder: Portal['owners']['suggestFor']
}

/**
 * Makes suggestions whose code comes when the first of them is asked for: no page needs it to be usable.
 * Code that does not come is a connection that does not work.
 */
export function createSuggestions(ask: Ask, parts: SuggestionParts): Suggestions {
  const load = memoizeRead(async () => {
    const { createSuggesting } = await import('./suggesting').catch((cause: unknown) => {
      throw new PortalFailure({ kind: 'offline', changed: 'no', cause })
    })
    return createSuggesting(ask, parts)
  })
  return {
    forOwner: async (owner) => (await load('all')).forOwner(owner),
    forOrder: async (orderId, typeId) => (await load('all')).forOrder(orderId, typeId),
  }
}
