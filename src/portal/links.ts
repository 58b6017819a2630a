import type { Portal } from './portal'
import type { Transport } from './transport'

/** Links to pages of the portal. */
export function createLinks({ frame, context }: Pick<Transport, 'frame' | 'context'>): Portal['links'] {
  return {
    openPath: (path) => frame.openPath(path),
    addressOf: (path) => new URL(path, context.portalOrigin).href,
  }
}
