import type { Transport } from '@/portal/transport'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, CONNECT_LIMIT } from '@/app/connect'
import { StartError } from '@/portal/start-error'
import { openPortal } from '@tests/support/open-portal'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('connect', () => {
  it('gives the transport that the portal page opened', async () => {
    const { transport } = openPortal()
    expect(await connect(async () => transport)).toEqual({ kind: 'connected', transport })
  })

  it('says that the page is not in a portal', async () => {
    const start = connect(async () => Promise.reject(new StartError('not-in-frame', 'NO_PARENT')))
    expect(await start).toEqual({ kind: 'outside' })
  })

  it('says that the portal refused, with its code', async () => {
    const start = connect(async () => Promise.reject(new StartError('refused', 'JSSDK_FRAME_BAD_PAYLOAD')))
    expect(await start).toEqual({ kind: 'refused', code: 'JSSDK_FRAME_BAD_PAYLOAD' })
  })

  it('gives up on a silent portal after ten seconds, and not before', async () => {
    const ended = vi.fn()
    const start = connect(() => new Promise<Transport>(() => undefined))
    void start.then(ended)
    await vi.advanceTimersByTimeAsync(CONNECT_LIMIT - 1)
    expect(ended).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await start).toEqual({ kind: 'silent' })
  })

  it('leaves no timer behind once connected', async () => {
    const { transport } = openPortal()
    await connect(async () => transport)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not hide a mistake of ours', async () => {
    await expect(connect(async () => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours')
  })
})
