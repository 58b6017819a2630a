import type { PortalControl } from '@emulator/control/control-portal'

/** A list that binds, moves and detaches, and where each of its orders belongs afterwards: `2:45`, empty for none. */
interface OrderList {
  csv: string
  wishes: ReadonlyMap<number, string>
}

/** Whom orders belong to, as the portal has it. */
export function ownersIn(portal: Pick<PortalControl, 'state'>): ReadonlyMap<number, string> {
  return new Map(portal.state().bindings.map((row) => [row.orderId, `${row.ownerTypeId}:${row.ownerId}`]))
}

/** Makes a list of so many orders of the sample portal: those without an owner are bound, of the others a third is detached. */
export function makeOrderList(portal: Pick<PortalControl, 'state'>, ids: readonly number[], deal: number): OrderList {
  const owners = ownersIn(portal)
  const wishes = new Map(ids.map((id, place) => [id, owners.has(id) && place % 3 === 0 ? '' : `2:${deal}`] as const))
  const lines = [...wishes].map(([id, owner]) => `${id};${owner}`)
  return { csv: ['Order ID;Owner', ...lines].join('\n'), wishes }
}
