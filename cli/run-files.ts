import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { Refusal } from './refusal'

/** What stands beside a list. */
export interface RunFiles {
  /** As it was named on the command line. */
  name: string
  journal: string
  lock: string
  plan: string
  report: string
}

/** Names the files that belong to a list, or to the undoing of a run. */
export function filesBeside(name: string): RunFiles {
  const journal = `${name}.run.jsonl`
  return { name, journal, lock: `${journal}.lock`, plan: `${name}.plan.csv`, report: `${name}.report.csv` }
}

/** Names the files of undoing the run of a journal. */
export function filesOfUndo(journal: string): RunFiles {
  return filesBeside(`${journal.replace(/\.jsonl$/, '')}.undo`)
}

/** Reads a file that was named on the command line. @throws Refusal */
export function readNamedFile(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new Refusal(`${path} cannot be read.`)
  }
}

/** Gives what a text is known again by, and nothing of itself. */
export function fingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Gives the journal of a run that has come to an end a name of its own, so that the next one begins with an empty file. */
export function setAside(journal: string): void {
  if (!existsSync(journal)) return
  const base = journal.replace(/\.jsonl$/, '')
  let number = 1
  while (existsSync(`${base}.${number}.jsonl`)) number += 1
  renameSync(journal, `${base}.${number}.jsonl`)
}
