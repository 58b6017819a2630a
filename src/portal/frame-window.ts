import type { Portal } from './portal'
import type { Transport } from './transport'

/** The window of the frame in the portal's page. */
export function createFrameWindow({ frame }: Pick<Transport, 'frame'>): Portal['frameWindow'] {
  return { setHeight: (height) => frame.setHeight(height), finishInstall: () => frame.finishInstall() }
}
