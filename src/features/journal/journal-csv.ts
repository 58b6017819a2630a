import type { JournalEntry } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { JournalRow } from './journal-rows'
import { ownerKey } from '@/domain/owner'
import { isRead } from './journal-rows'

/** What a line of the file calls things. */
interface CsvTexts {
  t: (key: string) => string
  numberOf: (entry: JournalEntry) => string
  ownerName: (owner: OwnerRef | null) => string
  personOf: (by: number | undefined) => string
  momentText: (at: JournalEntry['at']) => string
}

const keyOf = (owner: OwnerRef | null) => (owner ? ownerKey(owner) : '')

/** Gives the lines of the file, the heads first. What this version cannot read has its time and its author. */
export function toCsvRows(rows: readonly JournalRow[], { t, ...texts }: CsvTexts): string[][] {
  const heads = ['head.when', 'csv.number', 'csv.id', 'csv.from', 'csv.fromId', 'csv.to', 'csv.toId', 'head.who']
  const more = ['head.end', 'csv.altered', 'csv.entry', 'csv.undoes']
  const lines = rows.map((row) => {
    if (!isRead(row)) {
      const empty = ['', '', '', '', '', '']
      return [
        texts.momentText(row.at),
        ...empty,
        texts.personOf(row.by),
        t('journalPage.unread'),
        '',
        `${row.itemId}`,
        '',
      ]
    }
    const { orderId, before, after, by, at, ending, isAltered, id, undoes = '' } = row
    const owners = [texts.ownerName(before), keyOf(before), texts.ownerName(after), keyOf(after)]
    const end = t(`journalPage.end.${ending}`)
    const altered = isAltered ? t('journalPage.csv.yes') : ''
    return [
      texts.momentText(at),
      texts.numberOf(row),
      `${orderId}`,
      ...owners,
      texts.personOf(by),
      end,
      altered,
      id,
      undoes,
    ]
  })
  return [[...heads, ...more].map((key) => t(`journalPage.${key}`)), ...lines]
}
