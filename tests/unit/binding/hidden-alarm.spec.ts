import { describe, expect, it, vi } from 'vitest'
import { createHiddenAlarm } from '@/binding/hidden-alarm'

/** A page that somebody looks at until it is hidden. */
function openPage() {
  const listeners: EventListenerOrEventListenerObject[] = []
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_: string, listener: EventListenerOrEventListenerObject) => void listeners.push(listener),
  }
  function show(state: DocumentVisibilityState): void {
    page.visibilityState = state
    for (const listener of listeners) if (typeof listener === 'function') listener(new Event('visibilitychange'))
  }
  return { page, show }
}

/** A worker that rings when the test says so. */
function openWorker() {
  const orders: { id: number; ms: number }[] = []
  const worker: Pick<Worker, 'postMessage' | 'onmessage' | 'onerror'> = {
    onmessage: null,
    onerror: null,
    postMessage: (order: { id: number; ms: number }) => void orders.push(order),
  }
  const ring = (id: number | undefined) =>
    worker.onmessage?.call(worker as Worker, new MessageEvent('message', { data: id }))
  return { worker, orders, ring, fail: () => worker.onerror?.call(worker as Worker, new Event('error') as ErrorEvent) }
}

/** Tells whether a promise is settled by now. */
async function isSettled(work: Promise<void>): Promise<boolean> {
  let settled = false
  void work.then(() => (settled = true))
  await Promise.resolve()
  await Promise.resolve()
  return settled
}

const inSeconds = (seconds: number) => performance.now() + seconds * 1000

describe('the alarm of a hidden page', () => {
  it('starts no worker while somebody looks at the page', async () => {
    const { page } = openPage()
    const start = vi.fn(() => openWorker().worker)
    void createHiddenAlarm(page, start)(inSeconds(5))
    expect(start).not.toHaveBeenCalled()
  })

  it('rings where the page was hidden before', async () => {
    const { page, show } = openPage()
    const { worker, orders, ring } = openWorker()
    show('hidden')
    const waiting = createHiddenAlarm(page, () => worker)(inSeconds(5))
    expect(orders).toEqual([{ id: 1, ms: expect.closeTo(5_000, -2) }])
    expect(await isSettled(waiting)).toBe(false)
    ring(1)
    expect(await isSettled(waiting)).toBe(true)
  })

  it('rings for what already waits when the page is hidden, each in its time', async () => {
    const { page, show } = openPage()
    const { worker, orders, ring } = openWorker()
    const alarm = createHiddenAlarm(page, () => worker)
    const [first, second] = [alarm(inSeconds(5)), alarm(inSeconds(60))]
    show('hidden')
    expect(orders.map(({ ms }) => Math.round(ms / 1000))).toEqual([5, 60])
    ring(orders[1]?.id)
    expect([await isSettled(first), await isSettled(second)]).toEqual([false, true])
  })

  it('starts one worker for all', () => {
    const { page, show } = openPage()
    const start = vi.fn(() => openWorker().worker)
    const alarm = createHiddenAlarm(page, start)
    show('hidden')
    for (const seconds of [1, 2, 3]) void alarm(inSeconds(seconds))
    show('visible')
    show('hidden')
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('tries another worker after one that failed', () => {
    const { page, show } = openPage()
    const [broken, sound] = [openWorker(), openWorker()]
    const start = vi.fn().mockReturnValueOnce(broken.worker).mockReturnValueOnce(sound.worker)
    const alarm = createHiddenAlarm(page, start)
    show('hidden')
    void alarm(inSeconds(1))
    broken.fail()
    void alarm(inSeconds(2))
    expect(sound.orders).toHaveLength(1)
  })

  it('leaves the waiting to the page where no worker can be started', async () => {
    const { page, show } = openPage()
    show('hidden')
    const refuse = () => {
      throw new DOMException('Refused', 'SecurityError')
    }
    expect(await isSettled(createHiddenAlarm(page, refuse)(inSeconds(1)))).toBe(false)
  })
})
