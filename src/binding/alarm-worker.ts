import type { AlarmOrder } from './hidden-alarm'

/* Runs in a worker: says each number back when its time has come. */
addEventListener('message', ({ data: { id, ms } }: MessageEvent<AlarmOrder>) => {
  setTimeout(() => postMessage(id), ms)
})
