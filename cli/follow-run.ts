import type { LiveRun, OnRunEvent, RunResult } from '@/binding/runs/live-run'
import type { ExitCode } from './refusal'
import type { ReportRow } from './report'
import type { TaskTools } from './task'
import { writeFileSync } from 'node:fs'
import { countRun } from '@/domain/run'
import { failureSentence } from './failure-sentence'
import { createProgress } from './progress'
import { byOrder, isAllAsWished, toReportCsv } from './report'

/** Waits for the end of a run, or for the second interrupt. */
function waitFor(live: LiveRun, { world, interrupts }: TaskTools): Promise<RunResult | 'interrupted'> {
  const stop = () => {
    world.tell('\nEnding as soon as what is on its way is settled. Ctrl-C once more ends at once.\n')
    live.stop()
  }
  if (interrupts.signal.aborted) stop()
  else interrupts.signal.addEventListener('abort', stop, { once: true })
  return Promise.race([live.ended, interrupts.again.then(() => 'interrupted' as const)])
}

function toSentence(result: RunResult | 'interrupted', { rows, states }: LiveRun): string {
  if (result === 'interrupted') {
    const open = rows.filter((_, place) => states[place]?.kind === 'open').map(({ orderId }) => orderId)
    const unknown = open.length > 0 ? ` Not known of these orders: ${open.join(', ')}.` : ''
    return `Ended before what was on its way was settled.${unknown} The same command reads it and goes on.`
  }
  switch (result.kind) {
    case 'finished':
      return result.isKept
        ? 'The run has come to an end.'
        : 'The run has come to an end, which could not be written down.'
    case 'stopped':
      return 'Stopped. The same command goes on.'
    case 'taken-over':
      return 'Another process has written to the journal, so this one has stopped.'
    case 'held-elsewhere':
      return 'Another run is going on.'
    case 'not-resumable':
      return 'The journal cannot be gone on with.'
    case 'not-stored':
    case 'not-noted':
      return `The journal could not be written (${result.failure.code}); nothing is sent without it.`
    case 'no-right':
    case 'failed':
      return `${failureSentence(result.failure)} The same command goes on.`
    default:
      return result satisfies never
  }
}

/** A run that is about to go on, and the lines of its list. */
export interface FollowedRun {
  begin(onEvent: OnRunEvent): LiveRun
  rows: readonly ReportRow[]
  /** Where the report goes. */
  report: string
}

/** Tells how a run goes on, and reports on it when it has ended. */
export async function followRun({ begin, rows, report }: FollowedRun, tools: TaskTools): Promise<ExitCode> {
  const { world } = tools
  const progress = createProgress(world, () => live)
  const live: LiveRun = begin((event) => {
    progress(event)
    // Nobody is there to sign in again: whoever starts the command anew has another webhook.
    if (event.kind === 'activity' && event.activity.kind === 'paused') live.stop()
  })
  const result = await waitFor(live, tools)
  const states = byOrder(live.rows, live.states)
  writeFileSync(report, toReportCsv(rows, states))
  world.tell(`\n${toSentence(result, live)}\n`)
  world.print(`What became of each line is in ${report}.\n`)
  const isWhole = result !== 'interrupted' && result.kind === 'finished' && countRun(live.states).left === 0
  return isWhole && isAllAsWished(rows, states) ? 0 : 1
}
