import { PortalFailure } from './failure'

/**
 * Makes a part of the app when it is first needed, once; whoever comes meanwhile waits for the same. Code that does not arrive is a
 * connection that does not work, so that nothing was done yet: the next one who needs it asks for it again.
 */
export function latePart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined
  const loadAnew = async (): Promise<Part> => {
    try {
      return await load()
    } catch (cause) {
      loading = undefined
      throw new PortalFailure({ kind: 'offline', changed: 'no', cause })
    }
  }
  return () => (loading ??= loadAnew())
}
