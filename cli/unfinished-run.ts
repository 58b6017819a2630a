import type { StoredRun } from '@/domain/run'
import type { JournalLine } from './journal-file'
import type { ReportRow } from './report'
import type { Task } from './task'
import * as v from 'valibot'
import { runIn } from './file-runs'
import { readJournalLines } from './journal-file'
import { Refusal } from './refusal'
import { REPORT_ROWS } from './report'

/** What a journal says of the list that its run is made of. */
const LIST = v.object({ source: v.string(), target: v.string(), rows: REPORT_ROWS })
type List = v.InferOutput<typeof LIST>

/** Writes down which list and which portal a run is of, and all lines of the list, also those that it leaves out. */
export function toListText({ source, target }: Pick<Task, 'source' | 'target'>, rows: readonly ReportRow[]): string {
  return JSON.stringify({ source, target, rows: [...rows] } satisfies List)
}

/** Reads what a journal says of its list; nothing where this version cannot. */
export function listIn(lines: readonly JournalLine[]): List | undefined {
  const line = lines.find(({ kind }) => kind === 'list')
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), LIST), line?.body)
  return read.success ? read.output : undefined
}

/** A run to go on with, and the lines of its list. */
interface UnfinishedRun {
  run: StoredRun
  rows: readonly ReportRow[]
}

/**
 * Finds the run of a task that has not come to an end. @throws Refusal where it is of a list that was another one, or of another
 * portal; JournalDamage
 */
export function findUnfinished({ files, source, target }: Task): UnfinishedRun | undefined {
  const lines = readJournalLines(files.journal)
  const run = runIn(lines)
  if (!run || run.ending) return undefined
  const list = listIn(lines)
  const away = `or move ${files.journal} away, which gives up what is left of it.`
  if (!list) throw new Refusal(`${files.journal} was written by another version: go on with that one, ${away}`, 1)
  if (list.source !== source) {
    const sentence = `${files.name} has changed since its run began, and that has not come to an end.`
    throw new Refusal(`${sentence} Put the list back as it was, ${away}`, 1)
  }
  if (list.target !== target) {
    throw new Refusal(`The run in ${files.journal} is of another portal: name its webhook, ${away}`, 1)
  }
  return { run, rows: list.rows }
}
