import type { Ref } from 'vue'
import type { RoomyList } from './rooms'
import { watch } from 'vue'

/** Of a list of more rows, those that are far from what is seen are not in the page. */
const LONG = 100

/** Keeps a list small, however many rows it has. What does it comes with the first list that is long; without it, all rows are rendered. */
export function useFarRows<Row extends { id: number }>(
  list: Readonly<Ref<RoomyList<Row> | null>>,
  rows: () => readonly Row[],
): void {
  watch(
    () => (rows().length > LONG ? list.value : undefined),
    (long, _, onCleanup) => {
      if (!long) return
      const scope = new AbortController()
      onCleanup(() => scope.abort())
      void import('./watch-far-rows').then(({ watchFarRows }) => watchFarRows({ list: long, rows }, scope.signal))
    },
    { flush: 'post' },
  )
}
