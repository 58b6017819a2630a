import type { JournalEntry, JournalRow } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { RunHead } from '@/domain/run'
import { isChange, isRun } from '@/domain/journal'
import { ownerKey } from '@/domain/owner'

/** What a line of the file calls things. */
interface CsvTexts {
  t: (key: string) => string
  numberOf: (entry: JournalEntry) => string
  runText: (run: RunHead) => string
  ownerName: (owner: OwnerRef | null) => string
  personOf: (by: number | undefined) => string
  momentText: (at: JournalEntry['at']) => string
}

const keyOf = (owner: OwnerRef | null) => (owner ? ownerKey(owner) : '')

/** What a line says of its kind. `what`: of which order from where to where. */
interface Line {
  what: string[]
  end: string
  isAltered?: boolean
  id: string
  undoes?: string | undefined
}

function toLine(row: JournalRow, { t, ...texts }: CsvTexts): Line {
  const nothing = Array.from({ length: 5 }, () => '')
  if (isRun(row)) {
    const end = t(`journalPage.run.${row.ending ?? 'unended'}`)
    return { ...row, what: [texts.runText(row), ...nothing], end }
  }
  if (!isChange(row)) return { what: ['', ...nothing], end: t('journalPage.unread'), id: `${row.itemId}` }
  const { orderId, before, after, ending } = row
  const owners = [texts.ownerName(before), keyOf(before), texts.ownerName(after), keyOf(after)]
  return { ...row, what: [texts.numberOf(row), `${orderId}`, ...owners], end: t(`journalPage.end.${ending}`) }
}

/** Gives the lines of the file, the heads first: a run is one. What this version cannot read has its time and its author. */
export function toCsvRows(rows: readonly JournalRow[], texts: CsvTexts): string[][] {
  const { t, personOf, momentText } = texts
  const heads = ['head.when', 'csv.number', 'csv.id', 'csv.from', 'csv.fromId', 'csv.to', 'csv.toId', 'head.who']
  const more = ['head.end', 'csv.altered', 'csv.entry', 'csv.undoes']
  const lines = rows.map((row) => {
    const { what, end, isAltered, id, undoes = '' } = toLine(row, texts)
    const altered = isAltered ? t('journalPage.csv.yes') : ''
    return [momentText(row.at), ...what, personOf(row.by), end, altered, id, undoes]
  })
  return [[...heads, ...more].map((key) => t(`journalPage.${key}`)), ...lines]
}
