import type { Portal } from './portal'
import type { Transport } from './transport'

/** What the portal's page around the frame does for us. */
export function createWidgets({ frame, context }: Pick<Transport, 'frame' | 'context'>): Portal['widgets'] {
  return {
    setHeight: (height) => frame.setHeight(height),
    openPath: (path) => frame.openPath(path),
    addressOf: (path) => new URL(path, context.portalOrigin).href,
  }
}
