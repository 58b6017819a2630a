import { PortalFailure } from './failure'

/** Waits for code that is loaded when it is needed. One that does not arrive is a connection that does not work: nothing was done yet. */
export async function requireCode<File>(arriving: Promise<File>): Promise<File> {
  try {
    return await arriving
  } catch (cause) {
    throw new PortalFailure({ kind: 'offline', changed: 'no', cause })
  }
}
