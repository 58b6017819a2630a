import type { Ref } from 'vue'
import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { watch } from 'vue'
import { provideActiveRows } from '@/features/search/active-row'
import { useActiveOption } from '@/features/search/useActiveOption'

interface KeyedSearch {
  rows: Readonly<Ref<readonly (Order | OrderStub)[]>>
  typed: Ref<string>
  /** What the rows are found by; empty for none. */
  text: () => string
  /** The rows answer something else than what stands in the field, or more of them may come. */
  isUnsettled: () => boolean
  /** Enter means the first row though nobody typed or chose anything. */
  startsActive: () => boolean
}

const isCalled = (row: { id: OrderId } | Order | undefined, text: string): boolean =>
  row !== undefined && 'number' in row && row.number === text

/** Lets the search field drive the rows: arrows choose, Enter acts, Escape takes back what was typed before it closes anything. */
export function useOrderKeys({ rows, typed, text, isUnsettled, startsActive }: KeyedSearch) {
  const active = provideActiveRows(() => activeId.value)

  /** Nobody means a row that answers something else. */
  function isFirstActive(): boolean {
    if (isUnsettled()) return false
    return startsActive() || (text() !== '' && (rows.value.length === 1 || isCalled(rows.value[0], text())))
  }

  const { activeId, onKeydown, reset } = useActiveOption({
    options: rows,
    idOf: ({ id }) => active.rowIdOf(id),
    pick: ({ id }) => !isUnsettled() && active.act(id),
    isFirstActive,
  })
  watch(text, reset)

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || typed.value === '' || event.isComposing) return onKeydown(event)
    event.stopPropagation()
    event.preventDefault()
    typed.value = ''
  }

  return { activeId, onKey }
}
