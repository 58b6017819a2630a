import { describe, expect, it } from 'vitest'
import { createChunkSizer } from '@/binding/runs/chunk-size'

/** Answers as many chunks as told, each as big as may be, of which each reading takes so long; gives their sizes. */
function sizes(chunks: number, seconds: number, reading = 100) {
  const sizer = createChunkSizer()
  const all = Array.from({ length: chunks }, () => {
    const size = sizer.size()
    const rest = (Math.ceil(size / sizer.groupSize()) + 1) * reading
    sizer.answered(size, size * seconds * 1000 + rest, Array<number>(size).fill(seconds))
    return size
  })
  return { all, sizer }
}

describe('the size of a chunk', () => {
  it.each([
    [0.98, [5, 9, 9, 9]],
    [0.12, [5, 10, 20, 40, 79, 79]],
    [2.75, [5, 3, 3]],
    [30, [5, 1, 1]],
  ])('begins with 5 and at most doubles until requests take ten seconds: %d s a write', (seconds, expected) => {
    expect(sizes(expected.length, seconds).all).toEqual(expected)
  })

  it('counts what a request takes beside its writes', () => {
    expect(sizes(4, 0.98, 1_000).all.at(-1)).toBe(6)
  })

  it('knows that more groups have more readings: it never grows to be too big', () => {
    // Eight would have taken 7.84 s and four readings.
    expect(sizes(6, 0.98, 550).all).toEqual([5, 7, 7, 7, 7, 7])
  })

  it('goes by what four of five writes do not exceed', () => {
    const sizer = createChunkSizer()
    sizer.answered(5, 6_500, [0.1, 0.1, 0.1, 1, 5])
    expect(sizer.size()).toBe(9)
  })

  it('is halved where no answer came, and doubles again', () => {
    const { sizer } = sizes(3, 0.98)
    sizer.lost(9)
    expect(sizer.size()).toBe(4)
    sizer.lost(4)
    sizer.lost(2)
    sizer.lost(1)
    expect(sizer.size()).toBe(1)
    sizer.answered(1, 1_400, [0.98])
    expect(sizer.size()).toBe(2)
  })

  it('does without the portal telling how long its writes took', () => {
    const sizer = createChunkSizer()
    sizer.answered(5, 5_000, [])
    expect(sizer.size()).toBe(10)
  })
})

describe('the writes between two readings', () => {
  it.each([
    [0.98, 3],
    [0.12, 25],
    [2.75, 1],
    [9, 1],
  ])('take three seconds at most: %d s a write', (seconds, expected) => {
    expect(sizes(2, seconds).sizer.groupSize()).toBe(expected)
  })
})
