import type { TableRow } from '@/domain/import-table'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** So much of a heading tells which one it is. */
const LONGEST = 32

/** What the columns of a list are called: by their headings, or by what stands in them first. */
export function useColumnNames(rows: () => readonly TableRow[]) {
  const { t } = useI18n()
  return computed((): string[] => {
    const count = Math.max(0, ...rows().map(({ cells }) => cells.length))
    return Array.from({ length: count }, (_, place) => {
      const cell =
        rows()
          .find(({ cells }) => cells[place]?.trim())
          ?.cells[place]?.trim() ?? ''
      const name = [...cell.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('')
      return name === ''
        ? t('importList.columnNumber', { n: place + 1 })
        : t('importList.column', { n: place + 1, name })
    })
  })
}
