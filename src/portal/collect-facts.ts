import type { PortalFacts } from '@/domain/portal-facts'
import type { Portal } from './portal'
import type { Transport } from './transport'
import { readFacts } from './read-facts'
import { tryStorage } from './storage-facts'
import { toFailure } from './to-failure'
import { VERSIONS } from './versions'

/** Finds out what this portal does: three requests, one after the other. @throws what kept one of them back as a whole */
export async function collectFacts(transport: Transport, settings: Portal['settings']): Promise<PortalFacts> {
  try {
    const read = await readFacts(transport)
    const { storageSize } = settings.read()
    return {
      ...VERSIONS,
      ...read,
      // The checks have tried it out.
      ...(storageSize > 0 && { longestText: `at least ${storageSize}` }),
      ...(await tryStorage(transport)),
    }
  } catch (error) {
    throw toFailure(error)
  }
}
