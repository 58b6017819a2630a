import type { RunTools } from '@/binding/runs/live-run'
import type { RunEngine } from '@/binding/runs/run'
import type { PlanRow } from '@/domain/plan'
import type { Runs } from '@/portal/runs'
import type { FollowedRun } from './follow-run'
import type { ExitCode } from './refusal'
import type { ReportRow } from './report'
import type { Task, TaskTools } from './task'
import { writeFileSync } from 'node:fs'
import { createRunEngine } from '@/binding/runs/run'
import { isPlanned } from '@/domain/plan'
import { takeLock } from './file-lock'
import { createFileRuns } from './file-runs'
import { followRun } from './follow-run'
import { openJournal } from './journal-file'
import { Refusal } from './refusal'
import { byOrder, countWords, isAllAsWished, kindWords, toPlanCsv, toReportCsv, toReportRows } from './report'
import { setAside } from './run-files'
import { findUnfinished, toListText } from './unfinished-run'

/** Makes the engine of runs, the same as in the app. */
function toRunEngine({ world, hook }: TaskTools, runs: Runs): RunEngine {
  // The lock file keeps other processes away.
  const lock: RunTools['lock'] = async () => () => undefined
  return createRunEngine({ portal: hook.portal, clock: world.clock, runs, inProgress: new Set(), lock })
}

const NO_STATES = byOrder([], [])

function tellPlan({ world }: TaskTools, planned: readonly PlanRow[]): ReportRow[] {
  const rows = toReportRows(planned)
  world.print(`${countWords(rows.map(({ kind }) => kindWords(kind)))}\n`)
  return rows
}

/** Plans until it is done, or interrupted twice; nothing then. */
async function plan(task: Task, { interrupts, world }: TaskTools): Promise<readonly PlanRow[] | undefined> {
  const planned = await Promise.race([task.plan(), interrupts.again.then(() => undefined)])
  if (!planned) world.tell('\nInterrupted: nothing was written.\n')
  return planned
}

/** Plans, and goes no further. */
async function tryOut(task: Task, tools: TaskTools): Promise<ExitCode> {
  const { files } = task
  if (findUnfinished(task)) {
    tools.world.tell('A run of this list has not come to an end: without --dry-run the command goes on with it.\n')
  }
  const planned = await plan(task, tools)
  if (!planned) return 1
  const rows = tellPlan(tools, planned)
  writeFileSync(files.plan, toPlanCsv(rows))
  tools.world.print(`The plan is in ${files.plan}. Nothing was written to the portal.\n`)
  return rows.every(({ kind }) => isPlanned(kind) || kind === 'already-there') ? 0 : 1
}

/** Runs in the journal of a task. */
async function runIn(
  task: Task,
  run: Pick<FollowedRun, 'rows'> & { begin: Begin },
  tools: TaskTools,
): Promise<ExitCode> {
  const { journal: path, report } = task.files
  const { hook, world } = tools
  const journal = openJournal(path, world.clock.date)
  try {
    const list = toListText(task, run.rows)
    const engine = toRunEngine(tools, createFileRuns({ ...hook, bindings: hook.portal.bindings, journal, list }))
    return await followRun({ report, rows: run.rows, begin: (onEvent) => run.begin(engine, onEvent) }, tools)
  } finally {
    journal.close()
  }
}

type Begin = (engine: RunEngine, onEvent: Parameters<FollowedRun['begin']>[0]) => ReturnType<FollowedRun['begin']>

/** Goes on with the run of a task, or plans and begins one. */
async function write(task: Task, tools: TaskTools): Promise<ExitCode> {
  const { world } = tools
  const unfinished = findUnfinished(task)
  if (unfinished) {
    const { run, rows } = unfinished
    return runIn(task, { rows, begin: (engine, onEvent) => engine.resume(run, { onEvent }) }, tools)
  }
  const planned = await plan(task, tools)
  if (!planned) return 1
  const rows = tellPlan(tools, planned)
  if (!planned.some(({ kind }) => isPlanned(kind))) {
    writeFileSync(task.files.report, toReportCsv(rows, NO_STATES))
    world.print(`There is nothing to write. What became of each line is in ${task.files.report}.\n`)
    return isAllAsWished(rows, NO_STATES) ? 0 : 1
  }
  setAside(task.files.journal)
  const undoes = task.undoes === undefined ? {} : { undoes: task.undoes }
  return runIn(task, { rows, begin: (engine, onEvent) => engine.start(planned, { ...undoes, onEvent }) }, tools)
}

/** Carries a task out. @throws Refusal, JournalDamage; any kind of reading where nothing could be planned */
export async function carryOut(task: Task, tools: TaskTools): Promise<ExitCode> {
  if (task.isDry) return tryOut(task, tools)
  const { lock, journal } = task.files
  const locking = takeLock(lock)
  if (locking.kind === 'theirs') {
    const { pid, host } = locking.holder
    const rest = `If there is no such process any more, delete ${lock}.`
    throw new Refusal(`Process ${pid} on ${host} is at work with ${journal}. ${rest}`, 1)
  }
  try {
    return await write(task, tools)
  } finally {
    locking.release()
  }
}
