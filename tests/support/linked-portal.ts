import type { Transport } from '@/portal/transport'
import type { OpenPortalOptions } from './open-portal'
import { createPortal } from '@/portal/create-portal'
import { Reference } from '@/portal/reference'
import { openPortal } from './open-portal'

interface LinkedPortalOptions extends OpenPortalOptions {
  /** How many of the newest orders belong to deal 1; no other order belongs to anything. */
  bound: number
  /** What the portal puts where a reference stands, instead of the value. */
  references?: string
}

/** Gives the value with every reference in it replaced. */
function withoutReferences(value: unknown, text: string): unknown {
  if (value instanceof Reference) return text
  if (Array.isArray(value)) return value.map((entry) => withoutReferences(entry, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutReferences(entry, text)]))
}

function misreading(transport: Transport, text: string): Transport {
  return {
    ...transport,
    batch(commands, options) {
      const read = Object.entries(commands).map(([key, { params, ...command }]) => [
        key,
        { ...command, params: Object(withoutReferences(params, text)) },
      ])
      return transport.batch(Object.fromEntries(read), options)
    },
  }
}

/**
 * Opens a sample portal in which there are an order 1 and a deal 1, which is what a reference that went wrong names: both must never
 * be taken for what was asked for.
 */
export function openLinkedPortal({ bound, references, ...options }: LinkedPortalOptions) {
  const opened = openPortal(options)
  const { data } = opened.local
  const deals = data.items.get(2) ?? new Map()
  deals.set(1, { ...deals.get(201), id: 1, title: 'The first deal' })
  data.bindings.clear()
  const newest = [...data.orders.keys()].toSorted((one, other) => other - one).slice(0, bound)
  for (const id of newest) data.bindings.set(id, { ownerId: 1, ownerTypeId: 2 })
  if (references === undefined) return { ...opened, newest }
  return { ...opened, newest, portal: createPortal(misreading(opened.transport, references)) }
}
