import { computed, onScopeDispose, ref, watch } from 'vue'

/** How many rows are rendered at once: a task of its own, short on a slow computer too. */
const A_SLICE = 4

/**
 * Renders a long list in slices, so that the page answers in between. Gives what to render of the rows that can be rendered;
 * the others come by themselves.
 */
export function useSlices<Row>(rows: () => readonly Row[]) {
  const limit = ref(A_SLICE)
  const hidden = computed(() => rows().length - limit.value)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Renders at least as many. */
  const reveal = (count: number): void => void (limit.value = Math.max(limit.value, count))

  watch(
    hidden,
    (now) => {
      clearTimeout(timer)
      if (now > 0) timer = setTimeout(() => reveal(limit.value + A_SLICE))
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { rendered: computed(() => rows().slice(0, limit.value)), reveal }
}
