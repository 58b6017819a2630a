/** What this file sees of the page: whether somebody looks at it. */
type Visibility = Pick<Document, 'visibilityState' | 'addEventListener'>
/** What this file needs of a worker that keeps time. */
type AlarmWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror'>

/** What is told to the worker: say this number back after so many milliseconds. */
export interface AlarmOrder {
  id: number
  ms: number
}

/** Resolves at this moment of `performance.now` if the page is hidden then, else when it is hidden next. */
export type RingThoughHidden = (due: number) => Promise<void>

function startAlarmWorker(): AlarmWorker {
  return new Worker(new URL('./alarm-worker.ts', import.meta.url), { type: 'module' })
}

/**
 * Makes an alarm for a tab that nobody looks at: browsers let a page that is hidden use its timers once a second, later once a
 * minute, but leave those of a worker alone. One is started when it is first needed; where none can be, the alarm never rings.
 */
export function createHiddenAlarm(page: Visibility, startWorker = startAlarmWorker): RingThoughHidden {
  const waiting = new Map<number, { due: number; ring: () => void }>()
  let count = 0
  let worker: AlarmWorker | undefined

  function start(): AlarmWorker | undefined {
    try {
      const started = startWorker()
      started.onmessage = ({ data: id }) => {
        waiting.get(id)?.ring()
        waiting.delete(id)
      }
      started.onerror = () => (worker = undefined)
      return started
    } catch {
      // Some browsers refuse at once what others report as an error.
      return undefined
    }
  }

  function order(id: number, due: number): void {
    if (page.visibilityState !== 'hidden') return
    worker ??= start()
    worker?.postMessage({ id, ms: due - performance.now() } satisfies AlarmOrder)
  }

  page.addEventListener('visibilitychange', () => waiting.forEach(({ due }, id) => order(id, due)))

  return (due) =>
    new Promise((ring) => {
      const id = ++count
      waiting.set(id, { due, ring })
      order(id, due)
    })
}
