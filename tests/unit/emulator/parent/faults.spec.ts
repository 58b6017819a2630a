import type { FaultEffect } from '@emulator/portal/fault'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withFault } from '@emulator/parent/faults'
import { takeFault } from '@emulator/parent/portal-client'

vi.mock('@emulator/parent/portal-client', () => ({ takeFault: vi.fn() }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What an app receives of a command that answers with a number and a text, and whether the command ran. */
async function runWithFault(effect: FaultEffect | undefined, ms = 0) {
  vi.mocked(takeFault).mockResolvedValue(effect)
  const received: unknown[] = []
  const toForeignOrigin: unknown[] = []
  let runs = 0
  const run = (answer: (value?: unknown) => void) => {
    runs += 1
    answer({ id: 5, name: 'a' })
  }
  const replies = {
    answer: (value: unknown) => void received.push(value),
    sendText: (text: string) => void received.push(text),
    sendToForeignOrigin: (value: unknown) => void toForeignOrigin.push(value),
  }
  void withFault('getInitData', run, replies)
  await vi.advanceTimersByTimeAsync(ms)
  return { received, toForeignOrigin, runs }
}

const ANSWER = { id: 5, name: 'a' }

describe('a command of the frame', () => {
  it('runs where no rule says otherwise', async () => {
    expect(await runWithFault(undefined)).toEqual({ received: [ANSWER], toForeignOrigin: [], runs: 1 })
  })

  it.each<FaultEffect>([
    { kind: 'error', code: 'expired_token' },
    { kind: 'silence' },
    { kind: 'cut-before' },
    { kind: 'wrong-sid' },
  ])('is not answered and not run by $kind', async (effect) => {
    expect(await runWithFault(effect)).toEqual({ received: [], toForeignOrigin: [], runs: 0 })
  })

  it.each<FaultEffect>([{ kind: 'cut-after' }, { kind: 'missing-row' }])(
    'runs without an answer by $kind',
    async (effect) => {
      expect(await runWithFault(effect)).toEqual({ received: [], toForeignOrigin: [], runs: 1 })
    },
  )

  it('waits as long as a delay says', async () => {
    expect((await runWithFault({ kind: 'delay', ms: 50 }, 49)).runs).toBe(0)
    expect(await runWithFault({ kind: 'delay', ms: 50 }, 50)).toEqual({
      received: [ANSWER],
      toForeignOrigin: [],
      runs: 1,
    })
  })

  it('runs late and without an answer by late work', async () => {
    expect(await runWithFault({ kind: 'late-work', ms: 50 }, 50)).toEqual({
      received: [],
      toForeignOrigin: [],
      runs: 1,
    })
  })

  it.each<[FaultEffect, unknown[]]>([
    [{ kind: 'empty-body' }, ['']],
    [{ kind: 'html-page' }, ['<!doctype html><title>Portal</title>']],
    [{ kind: 'broken-json' }, ['{"broken"']],
    [{ kind: 'truncated' }, ['{"id":5,"n']],
    [{ kind: 'duplicate' }, [ANSWER, ANSWER]],
    [{ kind: 'wrong-shape', result: [] }, [[]]],
    [{ kind: 'wrong-type' }, [{ id: 'n/a', name: 0 }]],
  ])('receives what %o makes of the answer', async (effect, received) => {
    expect((await runWithFault(effect)).received).toEqual(received)
  })

  it('is answered to another origin', async () => {
    expect(await runWithFault({ kind: 'wrong-origin' })).toEqual({ received: [], toForeignOrigin: [ANSWER], runs: 1 })
  })
})
