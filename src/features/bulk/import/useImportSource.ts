import type { TableRow } from '@/domain/import-table'
import type { FileText, LegacyEncoding } from '@/domain/import-text'
import { shallowRef } from 'vue'
import { readTable } from '@/domain/import-table'
import { readFileText, readLegacyText } from '@/domain/import-text'

/** Why a list could not be read. */
type Refusal =
  | { reason: 'empty' | 'too-big' }
  | { reason: Extract<FileText['kind'], 'workbook' | 'not-text'> }
  | { reason: 'broken-quotes'; line: number }

/** Where the list comes from, until it is a table. */
export type ImportSource =
  | { kind: 'none' }
  | { kind: 'reading' }
  | { kind: 'refused'; refusal: Refusal }
  /** A person says what the file's letters are. */
  | { kind: 'legacy'; bytes: Uint8Array }
  | { kind: 'table'; rows: readonly TableRow[] }

/** In bytes: a list of this size has far more columns, or lines, than can be meant. */
const BIGGEST_FILE = 32_000_000

/** Reads a list from what was pasted, or from a file. The last one that was given counts. */
export function useImportSource() {
  const source = shallowRef<ImportSource>({ kind: 'none' })

  const refuse = (refusal: Refusal) => void (source.value = { kind: 'refused', refusal })

  function readText(text: string): void {
    const table = readTable(text)
    if (table.kind === 'rows') source.value = { kind: 'table', rows: table.rows }
    else refuse(table.kind === 'empty' ? { reason: 'empty' } : { reason: table.kind, line: table.line })
  }

  async function readFile(file: File): Promise<void> {
    if (file.size > BIGGEST_FILE) return refuse({ reason: 'too-big' })
    const reading: ImportSource = { kind: 'reading' }
    source.value = reading
    // A file that went away meanwhile, or a folder, cannot be read.
    const bytes = await file.arrayBuffer().catch(() => undefined)
    if (source.value !== reading) return
    if (!bytes) return refuse({ reason: 'not-text' })
    const read = readFileText(new Uint8Array(bytes))
    if (read.kind === 'text') readText(read.text)
    else if (read.kind === 'legacy') source.value = { kind: 'legacy', bytes: new Uint8Array(bytes) }
    else refuse({ reason: read.kind })
  }

  function readLegacy(encoding: LegacyEncoding): void {
    if (source.value.kind === 'legacy') readText(readLegacyText(source.value.bytes, encoding))
  }

  const clear = () => void (source.value = { kind: 'none' })

  return { source, readText, readFile, readLegacy, clear }
}
