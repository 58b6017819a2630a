import type { Portal } from './portal'
import type { Transport } from './transport'

/** Links to pages of the portal. */
export function createLinks({ frame, context }: Pick<Transport, 'frame' | 'context'>): Portal['links'] {
  return {
    openPath: (path) => frame.openPath(path),
    addressOf: (path) => new URL(path, context.portalOrigin).href,
  }
}

/** Makes addresses of orders' cards. In a portal that works with deals only nothing leads there. */
export function createOrderCardPath(settings: Portal['settings']): Portal['orders']['cardPath'] {
  return (id) => (settings.read().ordersMode === 'with-orders' ? `/shop/orders/details/${id}/` : undefined)
}
