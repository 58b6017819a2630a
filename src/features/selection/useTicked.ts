import type { OrderId } from '@/domain/id'
import { useSelectionStore } from './selection-store'

/** Tells which orders are ticked, to those who show them. */
export function useTicked(): (id: OrderId) => boolean {
  const { orders } = useSelectionStore()
  return (id) => orders.has(id)
}
