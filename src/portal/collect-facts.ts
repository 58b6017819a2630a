import type { PortalFacts } from '@/domain/portal-facts'
import type { Ask } from './ask'
import type { Transport } from './transport'
import { asFailure } from '@/domain/failure'
import { readFacts } from './read-facts'
import { tryStorage } from './storage-facts'
import { toFailure } from './to-failure'
import { VERSIONS } from './versions'

/** A portal that gives the app no storage keeps none of the other facts back. */
async function tryStorageIfAllowed(askUnbatched: Ask): Promise<PortalFacts> {
  try {
    return await tryStorage(askUnbatched)
  } catch (error) {
    const { code, kind } = asFailure(error)
    return { longestText: `refused ${code ?? kind}` }
  }
}

/** Finds out what this portal does: some ten requests, one after the other. @throws what kept the reading as a whole back */
export async function collectFacts(transport: Transport, askUnbatched: Ask): Promise<PortalFacts> {
  const read = await readFacts(transport).catch((error: unknown) => {
    throw toFailure(error)
  })
  return { ...VERSIONS, ...read, ...(await tryStorageIfAllowed(askUnbatched)) }
}
