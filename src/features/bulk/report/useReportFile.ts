import type { OwnerRef } from '@/domain/owner'
import type { ReportRow } from './outcomes'
import { useI18n } from 'vue-i18n'
import { ownerKey } from '@/domain/owner'
import { useOwnerText } from '@/features/bulk/rows/useOwnerText'
import { useCsvFile } from '@/ui/useCsvFile'
import { useOutcomeWords } from './useOutcomeWords'

const HEADS = ['line', 'written', 'number', 'id', 'before', 'beforeId', 'after', 'afterId', 'outcome', 'why']

/** Saves a report as a file: every row with what became of it. */
export function useReportFile() {
  const { t } = useI18n()
  const { textOf } = useOwnerText()
  const wordsOf = useOutcomeWords()
  const saveCsv = useCsvFile()

  const ownerFields = (owner: OwnerRef | null | undefined) => [textOf(owner), owner ? ownerKey(owner) : '']

  function toFields({ order, before, after, outcome }: ReportRow): string[] {
    const { line = '', text = '', orderId = '', order: facts } = order
    const { first, second = '' } = wordsOf(outcome, true, 'notes' in order ? order : undefined)
    const named = [`${line}`, text, facts?.number ?? '', `${orderId}`]
    return [...named, ...ownerFields(before), ...ownerFields(after), first, second]
  }

  function save(rows: readonly ReportRow[]): void {
    saveCsv(t('bulk.report.file'), [HEADS.map((head) => t(`bulk.csv.${head}`)), ...rows.map(toFields)])
  }

  return { save }
}
