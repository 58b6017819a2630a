import type { Rect, Virtualizer } from '@tanstack/vue-virtual'
import type { ShallowRef } from 'vue'
import { measureElement, observeElementRect, useVirtualizer } from '@tanstack/vue-virtual'
import { computed, onMounted, onUpdated } from 'vue'

/** Pixels: a row, and a row that is a card, until they are measured. */
const ROW = 45
const CARD = 128
/** Pixels: below it rows are cards. */
const NARROW = 640
/** Rows beyond both ends of what is in sight. */
const OVERSCAN = 6
/** What is in sight of a box that is not laid out. */
const UNMEASURED = 480

type Rows = Virtualizer<HTMLElement, HTMLElement>

/** A page that is not shown, or has no layout, measures nothing: its rows are there all the same. */
function observeRect(rows: Rows, tell: (rect: Rect) => void) {
  return observeElementRect(rows, ({ width, height }) => tell({ width, height: height || UNMEASURED }))
}

/** Finds out which of many rows are in sight of a box that scrolls, and where they stand. */
export function useVirtualRows(box: Readonly<ShallowRef<HTMLElement | null>>, count: () => number) {
  const estimate = (): number => ((box.value?.clientWidth || NARROW) < NARROW ? CARD : ROW)

  const rows = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => ({
      count: count(),
      getScrollElement: () => box.value,
      estimateSize: estimate,
      overscan: OVERSCAN,
      initialRect: { width: 0, height: UNMEASURED },
      observeElementRect: observeRect,
      measureElement: (row: HTMLElement, entry: ResizeObserverEntry | undefined, instance: Rows) =>
        measureElement(row, entry, instance) || estimate(),
    })),
  )

  function measure(): void {
    for (const row of box.value?.querySelectorAll<HTMLElement>('tbody[data-index]') ?? [])
      rows.value.measureElement(row)
  }

  onMounted(measure)
  onUpdated(measure)

  const rendered = computed(() => rows.value.getVirtualItems())
  return {
    /** Places from 0. */
    places: computed(() => rendered.value.map(({ index }) => index)),
    /** Pixels of what is not rendered, above and below. */
    above: computed(() => rendered.value[0]?.start ?? 0),
    below: computed(() => Math.max(0, rows.value.getTotalSize() - (rendered.value.at(-1)?.end ?? 0))),
    /** Pixels of a row, as far as that is known. */
    heightOf: (place: number): number => rendered.value.find(({ index }) => index === place)?.size ?? estimate(),
    isScrolling: computed(() => rows.value.isScrolling),
    scrollTo: (place: number): void => rows.value.scrollToIndex(place),
  }
}
