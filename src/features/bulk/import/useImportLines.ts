import type { ImportChoices } from '@/domain/import-choices'
import type { TableRow } from '@/domain/import-table'
import { computed, shallowRef } from 'vue'
import { findMissing, toChoices, toRules } from '@/domain/import-choices'
import { findColumns } from '@/domain/import-columns'
import { readLine } from '@/domain/import-line'
import { MOST_LINES } from '@/domain/import-table'
import { useImportTypes } from './useImportTypes'

/** What a list looks like, what a person says of it, and its lines as they are read by that. */
export function useImportLines(rows: () => readonly TableRow[]) {
  const types = useImportTypes()
  const said = shallowRef<Partial<ImportChoices>>({})

  const looks = computed(() => toChoices(findColumns(rows(), types.value), types.value))
  const choices = computed((): ImportChoices => ({ ...looks.value, ...said.value }))
  const rules = computed(() => toRules(choices.value, types.value))
  const data = computed(() => rows().slice(choices.value.hasHeader ? 1 : 0))
  const isTooMany = computed(() => data.value.length > MOST_LINES)
  const missing = computed(() => findMissing(data.value, choices.value, rules.value))
  /** None while it is not known how to read them. */
  const lines = computed(() => {
    if (isTooMany.value || missing.value !== undefined) return []
    return data.value.map((row) => readLine(row, rules.value))
  })

  const say = (more: Partial<ImportChoices>) => void (said.value = { ...said.value, ...more })

  return { types, choices, rules, data, isTooMany, missing, lines, say }
}
