import type { BindingOwner, LocalPortal } from '@emulator/portal/state'

/** What a binding shall be: an owner, or none. `user` is who changes it, `null` for somebody past the REST interface. */
interface BindingWrite {
  orderId: number
  owner: BindingOwner | null
  user: number | null
}

/** Binds an order, or unbinds it, and appends what was there before to the history of bindings. */
export function setBinding(portal: LocalPortal, { orderId, owner, user }: BindingWrite): void {
  const { bindings } = portal.data
  const before = bindings.get(orderId) ?? null
  if (owner) bindings.set(orderId, owner)
  else bindings.delete(orderId)
  if (!before && !owner) return
  const { request } = portal
  portal.bindingHistory.push({ at: portal.now(), orderId, before, after: owner, user, request })
}
