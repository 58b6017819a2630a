import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock, waitByTimer } from '@/binding/clock'
import { sendInTime } from '@/binding/send-in-time'
import { PortalFailure } from '@/domain/failure'

const SECOND = 1_000

/** What is on the way between the engine and the portal, in seconds: when the request wants to leave, and when its answer comes. */
interface Journey {
  departures: number[]
  answerAt?: number
}

const until = (second: number) => waitByTimer(second * SECOND - (performance.now() - start))
let start: number

/** Sends a write on a journey, and gives how and when that ended, when it was sent, and which departures were allowed. */
async function send({ departures, answerAt }: Journey) {
  const allowed: boolean[] = []
  const sentAt: number[] = []
  async function write(mayLeave: () => boolean): Promise<{ outcome: string }> {
    for (const second of departures) {
      await until(second)
      allowed.push(mayLeave())
      if (!allowed.at(-1)) throw new PortalFailure({ kind: 'timeout', changed: 'no', code: 'WITHHELD' })
    }
    await (answerAt === undefined ? new Promise(() => undefined) : until(answerAt))
    return { outcome: 'written' }
  }
  const clock = createClock(waitByTimer)
  const onSent = (at: number) => void sentAt.push(toSecond(at))
  const sending = sendInTime({ clock, until: clock.now() + 20 * SECOND, send: write, onSent })
  const ended = sending.then(
    ({ outcome }) => ({ end: outcome, at: toSecond(performance.now()) }),
    ({ code, changed }: PortalFailure) => ({ end: `${code} ${changed}`, at: toSecond(performance.now()) }),
  )
  await vi.advanceTimersByTimeAsync(300 * SECOND)
  return { ...(await ended), sentAt, allowed }
}

const toSecond = (at: number) => Math.round((at - start) / SECOND)

beforeEach(() => {
  vi.useFakeTimers()
  start = performance.now()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a write on its way', () => {
  it('is sent and answered', async () => {
    expect(await send({ departures: [0], answerAt: 2 })).toMatchObject({ end: 'written', at: 2, sentAt: [0] })
  })

  it('counts from when it really leaves', async () => {
    const { end, at, sentAt } = await send({ departures: [19], answerAt: 83 })
    expect([end, at, sentAt]).toEqual(['written', 83, [19]])
  })

  it('counts from the last sending, where the token was refused late', async () => {
    const { end, at, sentAt } = await send({ departures: [0, 18], answerAt: 82 })
    expect([end, at, sentAt]).toEqual(['written', 82, [0, 18]])
  })

  it.each([
    ['at once', [0], 65],
    ['late', [19], 84],
    ['twice', [0, 20], 85],
  ])('is given up 65 seconds after it was sent %s', async (_, departures, at) => {
    expect(await send({ departures })).toMatchObject({ end: 'REQUEST_TIMEOUT unknown', at })
  })

  it('is called not sent after 20 seconds where it never leaves', async () => {
    expect(await send({ departures: [] })).toMatchObject({ end: 'NOT_SENT no', at: 20, sentAt: [] })
  })

  it('does not leave later than that', async () => {
    const { end, at, allowed } = await send({ departures: [21], answerAt: 22 })
    expect([end, at, allowed]).toEqual(['NOT_SENT no', 20, [false]])
  })

  it('is not repeated after a 401 that came after 60 seconds', async () => {
    const { end, at, allowed } = await send({ departures: [0, 60], answerAt: 61 })
    expect([end, at, allowed]).toEqual(['WITHHELD no', 60, [true, false]])
  })

  it('does not leave once its end was told', async () => {
    const { end, at, allowed } = await send({ departures: [0, 66], answerAt: 67 })
    expect([end, at, allowed]).toEqual(['REQUEST_TIMEOUT unknown', 65, [true, false]])
  })
})
