import type { CallAnswer, Transport } from '@/portal/transport'
import { describe, expect, it } from 'vitest'
import { createPacedTransport } from '@/portal/paced-transport'
import { TransportError } from '@/portal/transport'
import { steppedClock } from '@tests/support/stepped-clock'

const COMMAND = { method: 'server.time', params: {} }
const TOO_BUSY = new TransportError({ kind: 'refused', code: 'QUERY_LIMIT_EXCEEDED', status: 503 })
const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

/** A transport behind the pace, on a clock that is held: when each request left, in milliseconds since the start. */
function paced(answer: () => Promise<CallAnswer> = () => Promise.resolve({ result: true })) {
  const clock = steppedClock(0)
  const left: number[] = []
  const send: Pick<Transport, 'call' | 'batch'> = {
    call: () => (left.push(clock.now()), answer()),
    batch: async () => (left.push(clock.now()), await answer(), {}),
  }
  const transport = createPacedTransport(send, clock)
  /** Lets the time of whoever waits come, as often as somebody does. */
  async function run(): Promise<void> {
    for (await turns(); clock.waiting() > 0; await turns()) clock.step()
  }
  return { clock, left, transport, run }
}

describe('a paced transport', () => {
  it('sends at once, then one request a second, calls and batches alike', async () => {
    const { transport, left, run } = paced()
    const all = [transport.call(COMMAND), transport.batch({ COMMAND }, { halt: true }), transport.call(COMMAND)]
    await run()
    await Promise.all(all)
    expect(left).toEqual([0, 1_000, 2_000])
  })

  it('sends nothing before the answer to what is on its way', async () => {
    let answer: (given: CallAnswer) => void = () => undefined
    const { transport, left, run } = paced(() => new Promise((resolve) => (answer = resolve)))
    const first = transport.call(COMMAND)
    const second = transport.call(COMMAND)
    await run()
    expect(left).toHaveLength(1)
    answer({ result: 1 })
    await run()
    answer({ result: 2 })
    expect([await first, await second, left.length]).toEqual([{ result: 1 }, { result: 2 }, 2])
  })

  it('goes on after a failure, at half the pace for a minute where the portal was too busy', async () => {
    let isBusy = true
    const { transport, left, run } = paced(() => (isBusy ? Promise.reject(TOO_BUSY) : Promise.resolve({ result: 1 })))
    const refused = transport.call(COMMAND).catch((error: unknown) => error)
    await run()
    expect(await refused).toBe(TOO_BUSY)
    isBusy = false
    const all = Array.from({ length: 33 }, () => transport.call(COMMAND))
    await run()
    await Promise.all(all)
    const gaps = left.map((at, index) => at - (left[index - 1] ?? 0)).slice(1)
    expect(gaps.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 2_000))
    expect(gaps.slice(31)).toEqual([1_000, 1_000])
  })

  it('asks whether a batch may leave when its turn has come, not before', async () => {
    const clock = steppedClock(0)
    const asked: number[] = []
    const send: Pick<Transport, 'call' | 'batch'> = {
      call: () => Promise.resolve({ result: true }),
      batch: async (_, { mayLeave }) => (mayLeave?.(), {}),
    }
    const transport = createPacedTransport(send, clock)
    await transport.call(COMMAND)
    const batch = transport.batch({}, { halt: true, mayLeave: () => asked.push(clock.now()) > 0 })
    await turns()
    expect(asked).toEqual([])
    clock.step()
    await batch
    expect(asked).toEqual([1_000])
  })
})
