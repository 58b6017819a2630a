import type { SeenPart } from '@/ui/seen-part'
import type { Heights } from './next-heights'
import type { RoomyList } from './rooms'
import { shallowRef } from 'vue'
import { watchSeenPart } from '@/ui/seen-part'
import { nextHeights, resized, withRooms } from './next-heights'
import { freeColumns, keepColumns, placeParts } from './placed-parts'

interface LongList<Row> {
  list: RoomyList<Row>
  rows: () => readonly Row[]
}

/**
 * Renders those rows of a list that are near what is seen, whoever scrolls: the portal, which scrolls the whole frame, or the frame
 * itself. A row that goes leaves its height, so that nothing moves; what is open below a row keeps it there, and so do the keys.
 */
export function watchFarRows<Row extends { id: number }>({ list, rows }: LongList<Row>, end: AbortSignal): void {
  const area = list.$el
  const table = area instanceof HTMLElement && area.querySelector('table')
  if (!table || end.aborted) return
  const heights = shallowRef<Heights>(new Map())
  let seen: SeenPart
  let frame: number | undefined
  let width = table.offsetWidth

  function step(): void {
    frame = undefined
    const placed = table && placeParts(table, list.parts)
    if (!placed || !seen) return
    // Screen readers are told which of how many rows are there.
    table.setAttribute('aria-rowcount', String(rows().length + 1))
    if (width === table.offsetWidth) {
      keepColumns(table)
      heights.value = nextHeights({ rows: rows(), placed, heights: heights.value, seen })
    } else {
      width = table.offsetWidth
      freeColumns(table)
      heights.value = resized(placed, heights.value)
      look()
    }
  }

  /** In the next frame, once however much happens. */
  function look(): void {
    frame ??= requestAnimationFrame(step)
  }

  list.omitFar = (all) => withRooms(all, heights.value)
  area.style.position = 'relative'
  const stopWatching = watchSeenPart(area, (now) => {
    seen = now
    look()
  })
  // Rows that come slice by slice, too.
  const changes = new MutationObserver(look)
  changes.observe(table, { childList: true })
  end.addEventListener('abort', () => {
    stopWatching()
    changes.disconnect()
    if (frame !== undefined) cancelAnimationFrame(frame)
  })
}
