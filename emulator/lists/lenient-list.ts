import type { Params } from '@emulator/calls/call'
import type { FieldKinds } from './filter'
import type { ListPage, SortKey } from './lists'
import { readMap, readParam } from '@emulator/calls/params'
import { toLenientCondition } from './filter'
import { pickFields, readSelect, readSortKeys, sortRows, toPage } from './lists'

/** What makes one lenient list different from another. */
interface LenientList<Row extends object> {
  kinds: FieldKinds
  rows: readonly Row[]
  defaultOrder: SortKey
  /** `start: -1` gives all rows instead of the first fifty. */
  allAtMinusOne?: boolean
}

/** Reads a page of a list of the store's and the binding's kind: filter, order, page, then the selected fields. */
export function toLenientPage<Row extends object>(list: LenientList<Row>, params: Params): ListPage<Partial<Row>> {
  const matches = toLenientCondition(readMap(params, 'filter'), list.kinds)
  const found = list.rows.filter((row) => matches(row))
  const sortKeys = readSortKeys(readMap(params, 'order'), list.kinds)
  const sorted = sortRows(found, sortKeys.length > 0 ? sortKeys : [list.defaultOrder], list.kinds)
  const { page, ...counts } = toPage(sorted, readParam(params, 'start'), { allAtMinusOne: list.allAtMinusOne })
  const select = readSelect(params, list.kinds)
  return { page: page.map((row) => pickFields(row, select)), ...counts }
}
