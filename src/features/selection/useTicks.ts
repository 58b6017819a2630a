import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { inject } from 'vue'
import { useSelectionStore } from './selection-store'
import { TICK_ROWS } from './tick-rows'

type Row = Order | OrderStub

/** The rows from one to another, both included; the second alone where the first is not in the list. */
function rowsBetween(rows: readonly Row[], from: OrderId | undefined, to: Row): readonly Row[] {
  const start = rows.findIndex(({ id }) => id === from)
  const end = rows.findIndex(({ id }) => id === to.id)
  return start === -1 || end === -1 ? [to] : rows.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/** What is ticked last, by the list: where the next range begins. */
const anchors = new WeakMap<() => readonly Row[], OrderId>()

const NO_ROWS = (): readonly Row[] => []

/** Ticks the rows of the list around this component. */
export function useTicks() {
  const { orders } = useSelectionStore()
  const rows = inject(TICK_ROWS, NO_ROWS)

  function setAll(some: readonly Row[], isOn: boolean): void {
    for (const row of some) {
      if (isOn) orders.set(row.id, row)
      else orders.delete(row.id)
    }
  }

  /** Ticks a row or takes its tick away; with a range, all from the one before to this one become alike. */
  function tick(row: Row, withRange: boolean): void {
    setAll(withRange ? rowsBetween(rows(), anchors.get(rows), row) : [row], !orders.has(row.id))
    anchors.set(rows, row.id)
  }

  return { rows, isOn: (id: OrderId): boolean => orders.has(id), setAll, tick }
}
