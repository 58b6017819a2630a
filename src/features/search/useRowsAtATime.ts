import type { Ref } from 'vue'
import { computed, ref, watch } from 'vue'

/** How many rows come on the screen at a time: a page of the portal's list would make the frame very high. */
export const ROWS_AT_A_TIME = 20

/** Brings rows on the screen little by little; another query begins anew. */
export function useRowsAtATime<Row>(rows: () => readonly Row[], query: Readonly<Ref<unknown>>) {
  const limit = ref(ROWS_AT_A_TIME)
  watch(query, () => (limit.value = ROWS_AT_A_TIME))
  return {
    shown: computed(() => rows().slice(0, limit.value)),
    /** How many of the rows are not on the screen yet. */
    hidden: computed(() => Math.max(0, rows().length - limit.value)),
    reveal: () => void (limit.value += ROWS_AT_A_TIME),
  }
}
