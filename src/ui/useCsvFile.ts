import { toCsv } from '@/domain/csv'
import { dayAt } from '@/domain/days'
import { useFormat } from '@/i18n/use-format'
import { saveFile } from './save-file'

/** Saves a table as a CSV file that spreadsheets of the person's language open; today's day stands in its name. */
export function useCsvFile() {
  const format = useFormat()
  return (name: string, rows: readonly (readonly string[])[]): void => {
    // Where decimals have a comma, spreadsheets want something else between fields.
    const hasDecimalComma = format.number(0.5).includes(',')
    saveFile(`${name}-${dayAt(Date.now())}.csv`, toCsv(rows, hasDecimalComma))
  }
}
