import type { Room } from './rooms'

/** Pixels beyond what is seen: nearer rows come, farther ones go. In between nothing changes, so that turning round costs nothing. */
const NEAR = 700
const FAR = 1_200
/** Rows that come and that go in one frame: the page answers, and scrolling does not stick. */
const COMING = 3
const GOING = 6
/** Rows at both ends of a list that stay, and around the one that the keyboard is at: keys go on from there. */
const ENDS = 5
const AROUND = 2

interface Row {
  id: number
}

/** Pixels of rows that are not rendered, by id. */
export type Heights = ReadonlyMap<number, number>

/** Where a row stands, or room for some, in pixels from the upper edge of the table. */
export interface Placed<Each> {
  part: Each | Room
  /** Among all rows, from 0; of the first one where it is room. */
  place: number
  top: number
  height: number
  /** It is rendered by now. */
  isReady: boolean
  /** There is more of it than its line, or a title above. */
  isMore: boolean
  /** It has the focus, or is the one that Enter in the search box means. */
  isAtKeys: boolean
}

/** What a decision is made from: all rows of a list, what is rendered of them, and what is seen of the table. */
interface Sight<Each> {
  rows: readonly Each[]
  placed: readonly Placed<Each>[]
  heights: Heights
  seen: { top: number; bottom: number }
}

export const isRoom = (part: Row | Room): part is Room => 'room' in part

/** Puts room in the place of rows that are not to be rendered. */
export function withRooms<Each extends Row>(rows: readonly Each[], heights: Heights): (Each | Room)[] {
  const parts: (Each | Room)[] = []
  for (const row of rows) {
    const height = heights.get(row.id)
    const last = parts.at(-1)
    if (height === undefined) parts.push(row)
    else if (!last || !isRoom(last)) parts.push({ id: -row.id, count: 1, room: height })
    else parts.splice(-1, 1, { id: last.id, count: last.count + 1, room: last.room + height })
  }
  return parts
}

/** Ids of rows that are near and not rendered, those nearest to the middle of what is seen first. */
function findNear<Each extends Row>({ rows, placed, heights, seen }: Sight<Each>): number[] {
  const from = seen.top - NEAR
  const to = seen.bottom + NEAR
  const near: { id: number; distance: number }[] = []
  for (const { part, place, top, height } of placed) {
    if (!isRoom(part) || top > to || top + height < from) continue
    let start = top
    for (const { id } of rows.slice(place, place + part.count)) {
      const end = start + (heights.get(id) ?? 0)
      if (end > from && start < to) near.push({ id, distance: Math.abs(start + end - from - to) })
      start = end
    }
  }
  return near.sort((one, other) => one.distance - other.distance).map(({ id }) => id)
}

/** Rows that are far away, where nothing keeps them. */
function findFar<Each extends Row>({ rows, placed, seen }: Sight<Each>): Placed<Each>[] {
  const keys = placed.filter(({ isAtKeys }) => isAtKeys).map(({ place }) => place)
  const isAtEnd = (place: number): boolean => place < ENDS || place >= rows.length - ENDS
  return placed.filter(
    ({ place, top, height, isReady, isMore }) =>
      isReady &&
      !isMore &&
      !isAtEnd(place) &&
      keys.every((key) => Math.abs(place - key) > AROUND) &&
      (top + height < seen.top - FAR || top > seen.bottom + FAR),
  )
}

/** Decides which rows come and go next; the same heights where all is as it should be. */
export function nextHeights<Each extends Row>(sight: Sight<Each>): Heights {
  const near = findNear(sight).slice(0, COMING)
  const far = findFar(sight).slice(0, GOING)
  if (near.length === 0 && far.length === 0) return sight.heights
  const next = new Map(sight.heights)
  for (const id of near) next.delete(id)
  for (const { part, height } of far) next.set(part.id, height)
  return next
}

/** What rows that are not rendered will need where the table has got another width: as much as one that is. */
export function resized<Each>(placed: readonly Placed<Each>[], heights: Heights): Heights {
  const usual = placed.find(({ isReady, isMore }) => isReady && !isMore)?.height
  return usual === undefined ? heights : new Map([...heights.keys()].map((id) => [id, usual]))
}
