import type { Placed } from './next-heights'
import type { Room } from './rooms'
import { isRoom } from './next-heights'

/** Pixels: below it rows are cards, and columns have no heads. */
const NARROW = 640

const isTitle = (body: HTMLTableSectionElement): boolean => body.rows[0]?.cells[0]?.scope === 'rowgroup'

/** Finds where the parts of a list stand in its table; nothing while the table shows something else, or is not shown itself. */
export function placeParts<Row extends { id: number }>(
  table: HTMLTableElement,
  parts: readonly (Row | Room)[],
): Placed<Row>[] | undefined {
  const all = [...table.tBodies]
  const bodies = all.filter((body) => !isTitle(body))
  if (bodies.length !== parts.length || table.offsetHeight === 0) return undefined
  const { top: start, bottom } = table.getBoundingClientRect()
  const tops = bodies.map((body) => body.getBoundingClientRect().top)
  const titled = new Set(all.filter(isTitle).map((body) => body.nextElementSibling))
  let place = 0
  return parts.map((part, index) => {
    const body = bodies[index]
    const [line, below] = body?.rows ?? []
    const top = tops[index] ?? 0
    const placed = {
      part,
      place,
      top: top - start,
      height: (tops[index + 1] ?? bottom) - top,
      isReady: line?.hasAttribute('data-row') ?? false,
      isMore: titled.has(body ?? null) || (below !== undefined && below.style.display !== 'none'),
      isAtKeys: line?.ariaSelected === 'true' || (body?.contains(document.activeElement) ?? false),
    }
    if (placed.isReady) line?.setAttribute('aria-rowindex', String(place + 2))
    place += isRoom(part) ? part.count : 1
    return placed
  })
}

const headsOf = (table: HTMLTableElement): HTMLTableCellElement[] => [...(table.tHead?.rows[0]?.cells ?? [])]

/** Keeps columns as wide as their widest cell is, which may go. */
export function keepColumns(table: HTMLTableElement): void {
  if (table.offsetWidth < NARROW) return
  for (const head of headsOf(table))
    if (getComputedStyle(head).whiteSpace === 'nowrap') head.style.minWidth = `${head.offsetWidth}px`
}

/** Lets columns become narrower again. */
export function freeColumns(table: HTMLTableElement): void {
  for (const head of headsOf(table)) head.style.minWidth = ''
}
