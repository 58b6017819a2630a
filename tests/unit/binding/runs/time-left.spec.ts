import { describe, expect, it } from 'vitest'
import { createChunkSizer } from '@/binding/runs/chunk-size'
import { createOperatingBudget } from '@/binding/runs/operating-budget'
import { timeLeft } from '@/binding/runs/time-left'
import { createRandom } from '@emulator/portal/random'

const ADD = 'crm.orderentity.add'
const MINUTE = 60_000

interface Speed {
  rows: number
  /** Seconds that a write takes on the average, and by what share single ones differ. */
  write: number
  differs?: number
  /** Seconds in which a colleague's changes use the method each minute. */
  colleague?: number
  limit?: number
}

/** A portal that counts run time by minutes, as the documentation shows. */
function simulatedPortal({ limit = 480, colleague = 0 }: Speed) {
  let used: { firstAt: number; seconds: number }[] = []
  let colleagueAt = 0
  function add(now: number, seconds: number): void {
    used = used.filter(({ firstAt }) => firstAt + 10 * MINUTE > now)
    const last = used.at(-1)
    if (last && Math.floor(last.firstAt / MINUTE) === Math.floor(now / MINUTE)) last.seconds += seconds
    else used.push({ firstAt: now, seconds })
  }
  const total = () => used.reduce((sum, { seconds }) => sum + seconds, 0)
  return {
    work(now: number, seconds: number) {
      for (; colleague > 0 && colleagueAt <= now; colleagueAt += MINUTE) add(colleagueAt, colleague)
      add(now, 0)
      const isRefused = total() > limit
      if (!isRefused) add(now, seconds)
      // The portal's clock is a year ahead of ours.
      const told = { seconds: total(), resetAt: (used[0]?.firstAt ?? now) + 10 * MINUTE + YEAR, now: now + YEAR }
      return { isRefused, operating: new Map([[ADD, told]]) }
    },
    total,
  }
}
const YEAR = 365 * 24 * 60 * MINUTE

interface Course {
  /** Milliseconds. */
  took: number
  chunks: number
  refused: number
  /** What was told after so much of the run, beside what it still took. */
  told: { share: number; left: number; at: number }[]
  mostUsed: number
}

/** Carries a run out by the parts of the engine, in simulated time. */
function carryOut(speed: Speed, seed = 1): Course {
  const { rows, write, differs = 0 } = speed
  const random = createRandom(seed)
  const [sizer, budget, portal] = [createChunkSizer(), createOperatingBudget(), simulatedPortal(speed)]
  const course: Course = { took: 0, chunks: 0, refused: 0, told: [], mostUsed: 0 }
  let now = 0
  let done = 0
  const rests: number[] = []
  while (done < rows) {
    const size = Math.min(sizer.size(), budget.most(), rows - done, 48)
    now += budget.waitFor(size, now)
    const startedAt = now
    const seconds = Array.from({ length: size }, () => write * (1 + differs * (2 * random.next() - 1)))
    const sum = seconds.reduce((all, one) => all + one, 0)
    // Preparation, pace, and readings beside the writes.
    now += 1_500
    const { isRefused, operating } = portal.work(now, sum)
    course.mostUsed = Math.max(course.mostUsed, portal.total())
    if (isRefused) {
      course.refused += 1
      budget.refused(now)
      continue
    }
    now += sum * 1000 + 900
    budget.observe(operating, { rows: size, seconds: sum }, now)
    sizer.answered(size, sum * 1000 + 900, seconds)
    rests.push(now - startedAt - sum * 1000)
    course.chunks += 1
    done += size
    const next = Math.min(sizer.size(), budget.most(), 48)
    const chunk = { rows: next, ms: 2_400 + next * write * 1000 }
    const left = timeLeft({ rows: rows - done, chunk, methods: budget.look(now) })
    if (course.chunks >= 3) course.told.push({ share: done / rows, left, at: now })
  }
  return { ...course, took: now }
}

const SPEEDS: [string, Speed][] = [
  ['as documented', { rows: 10_000, write: 0.98 }],
  ['as documented, fewer rows', { rows: 1_000, write: 0.98 }],
  ['fast', { rows: 10_000, write: 0.12 }],
  ['detaching', { rows: 2_000, write: 2.75 }],
  ['of changing speed', { rows: 5_000, write: 0.98, differs: 0.5 }],
  ['with a colleague', { rows: 3_000, write: 0.98, colleague: 5 }],
  ['small', { rows: 200, write: 0.3, differs: 0.3 }],
]

/** What somebody else will do nobody can tell beforehand: only what runs leave them is looked at. */
const BUSY: [string, Speed] = ['with a busy colleague', { rows: 3_000, write: 0.5, colleague: 15 }]

describe('the time that is left', () => {
  it.each(SPEEDS)('is told within 15 %% after a tenth of the run, on a portal %s', (_, speed) => {
    const { told, took } = carryOut(speed)
    const tail = told.filter(({ share }) => share >= 0.1 && share <= 0.9)
    expect(tail.length).toBeGreaterThan(0)
    for (const { left, at } of tail) expect(Math.abs(left - (took - at)) / (took - at)).toBeLessThan(0.15)
  })

  it('is nothing where nothing is left', () => {
    expect(timeLeft({ rows: 0, chunk: { rows: 10, ms: 9_000 }, methods: [] })).toBe(0)
  })

  it('is what the chunks take where the portal has granted enough', () => {
    const methods = [{ uses: [], ceiling: 432, perRow: 0.98 }]
    expect(timeLeft({ rows: 25, chunk: { rows: 10, ms: 9_000 }, methods })).toBe(22_500)
  })

  it('is longer where the portal has to grant anew', () => {
    const methods = [{ uses: [{ ago: 540_000, seconds: 430 }], ceiling: 432, perRow: 1 }]
    expect(timeLeft({ rows: 10, chunk: { rows: 10, ms: 9_000 }, methods })).toBe(69_000)
  })
})

describe('the run time of a run', () => {
  it.each([...SPEEDS, BUSY])('is never refused, and leaves a colleague nearly a tenth, on a portal %s', (_, speed) => {
    const { refused, mostUsed } = carryOut(speed)
    expect(refused).toBe(0)
    // A chunk takes what it takes, whatever was expected; and the colleague works on.
    const surprise = (speed.differs ? 10 : 0) + (speed.colleague ?? 0) * 2
    expect(mostUsed).toBeLessThanOrEqual(0.9 * 480 + surprise)
  })

  it.each([
    ['as documented', { rows: 10_000, write: 0.98 }],
    ['detaching', { rows: 4_000, write: 2.75 }],
  ])('is used up: the run takes no tenth longer than it must, on a portal %s', (_, speed) => {
    const { took } = carryOut(speed)
    const byCeiling = ((speed.rows * speed.write - 432) / 432) * 600_000
    expect(took / byCeiling).toBeLessThan(1.1)
  })

  it('learns a lower limit from a refusal', () => {
    const { refused, took } = carryOut({ rows: 1_000, write: 0.98, limit: 200 })
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThan(4)
    expect(took / ((980 / 200) * 600_000)).toBeLessThan(1.4)
  })
})
