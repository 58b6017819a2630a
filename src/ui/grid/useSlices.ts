import { computed, onScopeDispose, ref, watch } from 'vue'

/** How many rows are rendered at once: about those in sight, then a few at a time, each a task of its own. */
const FIRST = 12
const MORE = 8

/**
 * Renders a long list in slices, so that the page answers in between. Gives what to render of the rows that can be rendered;
 * the others come by themselves.
 */
export function useSlices<Row>(rows: () => readonly Row[]) {
  const limit = ref(FIRST)
  const hidden = computed(() => rows().length - limit.value)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Renders at least as many. */
  const reveal = (count: number): void => void (limit.value = Math.max(limit.value, count))

  watch(
    hidden,
    (now) => {
      clearTimeout(timer)
      if (now > 0) timer = setTimeout(() => reveal(limit.value + MORE))
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { rendered: computed(() => rows().slice(0, limit.value)), reveal }
}
