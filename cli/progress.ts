import type { Clock } from '@/binding/clock'
import type { LiveRun, OnRunEvent, RunActivity, WaitReason } from '@/binding/runs/live-run'
import { countRun } from '@/domain/run'

/** Where progress is told. */
interface ProgressTools {
  clock: Clock
  tell: (text: string) => void
  /** Lines may be written over. */
  isTerminal: boolean
}

const WAITS: Record<WaitReason, string> = {
  'operating-time': 'the run time that the portal grants in ten minutes is used up',
  'busy': 'the portal is too busy',
  'no-answer': 'no answer came',
  'orders-in-progress': 'the orders that are left are being changed',
}

/** How often a file gets a line while nothing but the count changes, in milliseconds. */
const LINE_EVERY = 10_000
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const count = (value: number) => value.toLocaleString('en')

/** Says how long something takes. */
function toDuration(ms: number): string {
  if (ms < MINUTE) return `${Math.ceil(ms / SECOND)} s`
  const minutes = Math.round(ms / MINUTE)
  if (ms < HOUR) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** What a run is doing, where it is not just writing. */
function toText(activity: RunActivity, clock: Clock): string {
  const inTime = (until: number) => `for ${toDuration(Math.max(0, until - clock.now()))}`
  switch (activity.kind) {
    case 'storing':
      return 'writing the plan down'
    case 'taking-over':
      return (activity.until ?? 0) <= clock.now()
        ? 'going on with a run that has not come to an end'
        : `waiting ${inTime(activity.until ?? 0)}: what was on its way when the run was cut off may still arrive`
    case 'checking':
      return 'an answer was lost: reading what became of its orders'
    case 'waiting':
      return `waiting ${inTime(activity.until)}: ${WAITS[activity.why]}`
    case 'paused':
      return 'the portal does not accept this webhook any more'
    case 'writing':
    case 'ended':
      return ''
    default:
      return activity satisfies never
  }
}

function toCounts({ states }: LiveRun): string {
  const { byKind, failed, left } = countRun(states)
  return `${count(byKind.done + byKind['already-so'])} done, ${count(failed)} failed, ${count(left)} left`
}

/** Tells what a run does, on one line that is written over, or in lines of a file. `live` is there with the first event. */
export function createProgress(
  { clock, tell, isTerminal }: ProgressTools,
  live: () => LiveRun | undefined,
): OnRunEvent {
  let timeLeft: string | undefined
  let toldAt = Number.NEGATIVE_INFINITY
  let doing = ''

  function show(isNews: boolean): void {
    const run = live()
    if (!run || (!isTerminal && !isNews && clock.now() - toldAt < LINE_EVERY)) return
    toldAt = clock.now()
    const text = [toCounts(run), timeLeft && `about ${timeLeft}`, doing].filter(Boolean).join(' · ')
    tell(isTerminal ? `\r\u001B[K${text}` : `${text}\n`)
  }

  return (event) => {
    if (event.kind === 'time-left') timeLeft = toDuration(event.ms)
    const before = doing
    if (event.kind === 'activity') doing = toText(event.activity, clock)
    show(doing !== before || (event.kind === 'activity' && event.activity.kind === 'ended'))
  }
}

/** Tells how much of a plan was read, where the line can be written over. */
export function tellReading({ tell, isTerminal }: Omit<ProgressTools, 'clock'>) {
  return ({ read, total }: { read: number; total: number }) => {
    if (isTerminal) tell(`\r\u001B[Kreading: ${count(read)} of ${count(total)}${read < total ? '' : '\n'}`)
  }
}
