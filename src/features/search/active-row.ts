import type { ComputedRef, InjectionKey, Ref } from 'vue'
import { computed, inject, onScopeDispose, provide, useId } from 'vue'

interface ActiveRows {
  rowIdOf: (id: number) => string
  activeId: Readonly<Ref<string | undefined>>
  /** What Enter does with each row, by the id of its element. */
  acts: Map<string, () => void>
}

const ACTIVE_ROWS: InjectionKey<ActiveRows> = Symbol('active rows')

/** Tells the rows below this component which of them is active, and acts on one as it wants to be acted on. */
export function provideActiveRows(activeId: () => string | undefined) {
  const base = useId()
  const acts = new Map<string, () => void>()
  const rowIdOf = (id: number): string => `${base}-row-${id}`
  provide(ACTIVE_ROWS, { rowIdOf, activeId: computed(activeId), acts })
  return { rowIdOf, act: (id: number) => acts.get(rowIdOf(id))?.() }
}

interface RowOfSearch {
  id: ComputedRef<string>
  isActive: ComputedRef<boolean>
}

/** A row's part in the search around it: the id of its element and whether it is active; nothing outside of one. */
export function useActiveRow(id: number, act: () => void): RowOfSearch | undefined {
  const rows = inject(ACTIVE_ROWS, undefined)
  if (!rows) return undefined
  const rowId = rows.rowIdOf(id)
  rows.acts.set(rowId, act)
  onScopeDispose(() => rows.acts.get(rowId) === act && rows.acts.delete(rowId))
  return { id: computed(() => rowId), isActive: computed(() => rows.activeId.value === rowId) }
}
