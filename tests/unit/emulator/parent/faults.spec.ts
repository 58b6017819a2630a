import type { FaultEffect } from '@emulator/portal/fault'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withFault } from '@emulator/parent/faults'
import { takeFault } from '@emulator/parent/portal-client'

vi.mock('@emulator/parent/portal-client', () => ({ takeFault: vi.fn() }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What an app hears of a command that answers with a number and a text, and whether the command ran. */
async function hear(effect: FaultEffect | undefined, ms = 0) {
  vi.mocked(takeFault).mockResolvedValue(effect)
  const heard: unknown[] = []
  const told: unknown[] = []
  let runs = 0
  const run = (answer: (value?: unknown) => void) => {
    runs += 1
    answer({ id: 5, name: 'a' })
  }
  const replies = {
    answer: (value: unknown) => void heard.push(value),
    raw: (text: string) => void heard.push(text),
    elsewhere: (value: unknown) => void told.push(value),
  }
  void withFault('getInitData', run, replies)
  await vi.advanceTimersByTimeAsync(ms)
  return { heard, told, runs }
}

const ANSWER = { id: 5, name: 'a' }

describe('a command of the frame', () => {
  it('runs where no rule says otherwise', async () => {
    expect(await hear(undefined)).toEqual({ heard: [ANSWER], told: [], runs: 1 })
  })

  it.each<FaultEffect>([
    { kind: 'error', code: 'expired_token' },
    { kind: 'silence' },
    { kind: 'cut-before' },
    { kind: 'wrong-sid' },
  ])('is met with silence and not run by $kind', async (effect) => {
    expect(await hear(effect)).toEqual({ heard: [], told: [], runs: 0 })
  })

  it.each<FaultEffect>([{ kind: 'cut-after' }, { kind: 'missing-row' }])('runs in silence by $kind', async (effect) => {
    expect(await hear(effect)).toEqual({ heard: [], told: [], runs: 1 })
  })

  it('waits as long as a delay says', async () => {
    expect((await hear({ kind: 'delay', ms: 50 }, 49)).runs).toBe(0)
    expect(await hear({ kind: 'delay', ms: 50 }, 50)).toEqual({ heard: [ANSWER], told: [], runs: 1 })
  })

  it('runs late and in silence by late work', async () => {
    expect(await hear({ kind: 'late-work', ms: 50 }, 50)).toEqual({ heard: [], told: [], runs: 1 })
  })

  it.each<[FaultEffect, unknown[]]>([
    [{ kind: 'empty-body' }, ['']],
    [{ kind: 'html-page' }, ['<!doctype html><title>Portal</title>']],
    [{ kind: 'broken-json' }, ['{"broken"']],
    [{ kind: 'truncated' }, ['{"id":5,"n']],
    [{ kind: 'duplicate' }, [ANSWER, ANSWER]],
    [{ kind: 'wrong-shape', result: [] }, [[]]],
    [{ kind: 'wrong-type' }, [{ id: 'n/a', name: 0 }]],
  ])('hears what %o makes of the answer', async (effect, heard) => {
    expect((await hear(effect)).heard).toEqual(heard)
  })

  it('is answered to another origin', async () => {
    expect(await hear({ kind: 'wrong-origin' })).toEqual({ heard: [], told: [ANSWER], runs: 1 })
  })
})
