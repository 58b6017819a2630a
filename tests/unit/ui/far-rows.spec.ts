import type { Heights, Placed } from '@/ui/grid/far/next-heights'
import { describe, expect, it } from 'vitest'
import { isRoom, nextHeights, resized, withRooms } from '@/ui/grid/far/next-heights'

const HEIGHT = 45
const ROWS = Array.from({ length: 500 }, (_, place) => ({ id: 1_000 - place }))
const idAt = (place: number): number => ROWS[place]?.id ?? 0

/** The list as it stands in the page, with each rendered row 45 pixels high. */
function place(heights: Heights, of: (place: number) => Partial<Placed<{ id: number }>> = () => ({})) {
  let at = 0
  let top = 0
  return withRooms(ROWS, heights).map((part) => {
    const height = isRoom(part) ? part.room : HEIGHT
    const placed = { part, place: at, top, height, isReady: !isRoom(part), isMore: false, isAtKeys: false, ...of(at) }
    at += isRoom(part) ? part.count : 1
    top += height
    return placed
  })
}

/** Decides until nothing changes any more, and gives the places of the rows that are rendered. */
function settle(seen: { top: number; bottom: number }, from: Heights = new Map(), of?: Parameters<typeof place>[1]) {
  let heights = from
  for (let frames = 0; frames < 500; frames += 1) {
    const next = nextHeights({ rows: ROWS, placed: place(heights, of), heights, seen })
    if (next === heights) break
    heights = next
  }
  const rendered = ROWS.flatMap(({ id }, at) => (heights.has(id) ? [] : [at]))
  return { heights, rendered }
}

const at = (row: number) => ({ top: row * HEIGHT, bottom: row * HEIGHT + 720 })

describe('a long list', () => {
  it.each([0, 3, 100, 250, 460, 484])('has all rows in sight, and few others: from row %i', (row) => {
    const { rendered } = settle(at(row))
    for (let seen = row; seen < Math.min(row + 16, ROWS.length); seen += 1) expect(rendered).toContain(seen)
    expect(rendered.length).toBeLessThan(90)
    expect(rendered).toEqual(expect.arrayContaining([0, 4, 495, 499]))
  })

  it('is as high as ever, whatever is rendered', () => {
    const { heights } = settle(at(200))
    const height = place(heights).reduce((sum, part) => sum + part.height, 0)
    expect(height).toBe(ROWS.length * HEIGHT)
  })

  it('brings rows back where somebody scrolls to, those in sight first, and few in one frame', () => {
    const { heights } = settle(at(400))
    const seen = at(100)
    const first = nextHeights({ rows: ROWS, placed: place(heights), heights, seen })
    const come = ROWS.flatMap(({ id }, row) => (heights.has(id) && !first.has(id) ? [row] : []))
    expect(come.length).toBeGreaterThan(0)
    expect(come.length).toBeLessThanOrEqual(5)
    for (const row of come) expect(row).toBeGreaterThanOrEqual(100)
    for (const row of come) expect(row).toBeLessThan(117)
    expect(settle(seen, heights).rendered).toContain(110)
  })

  it('changes nothing where somebody turns round after a few rows', () => {
    const { heights } = settle(at(156), settle(at(150)).heights)
    expect(nextHeights({ rows: ROWS, placed: place(heights), heights, seen: at(150) })).toBe(heights)
    expect(nextHeights({ rows: ROWS, placed: place(heights), heights, seen: at(156) })).toBe(heights)
  })

  it.each<[string, Partial<Placed<{ id: number }>>]>([
    ['has more than its line', { isMore: true }],
    ['the keys are at', { isAtKeys: true }],
    ['is not rendered yet', { isReady: false }],
  ])('keeps a row that %s, however far it is', (_, kept) => {
    expect(settle(at(300), new Map(), (row) => (row === 50 ? kept : {})).rendered).toContain(50)
  })

  it('keeps the neighbours of the row that the keys are at', () => {
    const { rendered } = settle(at(300), new Map(), (row) => (row === 50 ? { isAtKeys: true } : {}))
    expect(rendered.filter((row) => row > 10 && row < 100)).toEqual([48, 49, 50, 51, 52])
  })

  it('leaves room for rows as high as one is where its width is another', () => {
    const { heights } = settle(at(300))
    const cards = place(heights).map((part) => ({ ...part, height: 128 }))
    expect(new Set(resized(cards, heights).values())).toEqual(new Set([128]))
    expect(resized(cards, heights).size).toBe(heights.size)
  })
})

it.each([
  ['no row', [], []],
  ['rows that stand together', [2, 3, 4], [{ id: -idAt(2), count: 3, room: 3 * HEIGHT }]],
  [
    'rows that stand apart',
    [1, 7],
    [
      { id: -idAt(1), count: 1, room: HEIGHT },
      { id: -idAt(7), count: 1, room: HEIGHT },
    ],
  ],
])('makes room for %s', (_, places, rooms) => {
  const parts = withRooms(ROWS.slice(0, 10), new Map(places.map((row) => [idAt(row), HEIGHT])))
  expect(parts.filter(isRoom)).toEqual(rooms)
  expect(parts.filter((part) => !isRoom(part))).toHaveLength(10 - places.length)
})
