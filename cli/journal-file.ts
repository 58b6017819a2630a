import type { JournalItem } from '@/portal/journal-items'
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { PortalFailure } from '@/domain/failure'
import { toMoment } from '@/domain/moment'

const LINE = v.object({
  /** ISO 8601, by the clock of the computer that wrote it. */
  at: v.string(),
  kind: v.picklist(['list', 'run', 'page', 'step', 'end', 'rest']),
  run: v.string(),
  body: v.string(),
})

/**
 * One line of a journal. `run`, `page`, `step` and `end` have the texts that the app stores in the portal; `list` says which list and
 * which portal the run is of, and `rest` that nothing is on its way any more.
 */
export type JournalLine = v.InferOutput<typeof LINE>

/** Why the lines of a file are no journal that this version can go on with. */
export class JournalDamage extends Error {
  override readonly name = 'JournalDamage'
}

/** A journal beside a list, to which lines are only ever added. */
export interface JournalFile {
  lines(): readonly JournalLine[]
  /**
   * Adds lines; when it comes back they are on the disk. Tells whether somebody else has written to the file meanwhile.
   * @throws not-noted where they could not be written: then none of them counts
   */
  add(lines: readonly Omit<JournalLine, 'at'>[]): { isOnlyOurs: boolean }
  close(): void
}

const toText = (lines: readonly JournalLine[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** Whatever stands after the last end of a line was cut off while it was written: nothing was sent for its sake. */
function wholePart(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

function toLine(text: string, number: number): JournalLine {
  try {
    return v.parse(LINE, JSON.parse(text))
  } catch {
    throw new JournalDamage(`line ${number}`)
  }
}

/** Reads the lines of a journal; none where there is no such file. @throws JournalDamage */
export function readJournalLines(path: string): JournalLine[] {
  if (!existsSync(path)) return []
  const lines = wholePart(readFileSync(path, 'utf8')).split('\n')
  return lines.slice(0, -1).map((text, place) => toLine(text, place + 1))
}

/** Gives lines as the items of the portal's journal are, by the places in the file. */
export function toItems(lines: readonly JournalLine[]): JournalItem[] {
  return lines.map(({ at, kind, run, body }, place) => {
    const [moment, author] = [toMoment(at), 0]
    const values = { KIND: kind, RUN: run, BODY: body, ...(kind === 'run' && { KEY: run }) }
    const times = { DATE_CREATE: moment, TIMESTAMP_X: moment }
    return { ID: place + 1, CREATED_BY: author, MODIFIED_BY: author, ...times, PROPERTY_VALUES: values }
  })
}

/** The name of a new file is on the disk only when its folder is. Not every system lets a folder be opened. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(dirname(path), 'r')
    fsyncSync(folder)
    closeSync(folder)
  } catch {
    // The lines themselves are safe by then.
  }
}

/** Opens a journal, a new one where there is none, and takes away what was cut off at its end. @throws JournalDamage */
export function openJournal(path: string, date: () => number): JournalFile {
  const known = readJournalLines(path)
  const file = openSync(path, existsSync(path) ? 'r+' : 'wx+', 0o600)
  let size = Buffer.byteLength(wholePart(readFileSync(file, 'utf8')))
  ftruncateSync(file, size)
  syncFolder(path)

  function write(bytes: Buffer): void {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, size + done)
    fsyncSync(file)
    size += bytes.length
  }

  return {
    lines: () => known,
    add(added) {
      const lines = added.map((line) => ({ at: new Date(date()).toISOString(), ...line }))
      const isOnlyOurs = fstatSync(file).size <= size
      if (!isOnlyOurs) return { isOnlyOurs }
      try {
        write(Buffer.from(toText(lines)))
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'file'
        throw new PortalFailure({ kind: 'not-noted', changed: 'no', code, cause: error })
      }
      known.push(...lines)
      return { isOnlyOurs }
    },
    close: () => closeSync(file),
  }
}
