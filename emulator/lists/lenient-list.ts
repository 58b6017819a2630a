import type { MethodReply, Params } from '@emulator/calls/call'
import type { FieldKinds } from './filter'
import type { SortKey } from './lists'
import { readMap, readParam } from '@emulator/calls/params'
import { toLenientCondition } from './filter'
import { pick, readSelect, readSortKeys, sortRows, toPage } from './lists'

/** What makes one lenient list different from another. */
export interface LenientList<Row extends object> {
  /** Key of the rows inside `result`. */
  name: string
  kinds: FieldKinds
  rows: readonly Row[]
  defaultOrder: SortKey
  /** `start: -1` gives all rows instead of the first fifty. */
  allAtMinusOne?: boolean
}

/** Answers a list of the store's and the binding's kind: filter, order, page, then the selected fields. */
export function answerLenientList<Row extends object>(list: LenientList<Row>, params: Params): MethodReply {
  const matches = toLenientCondition(readMap(params, 'filter'), list.kinds)
  const found = list.rows.filter((row) => matches(row))
  const asked = readSortKeys(readMap(params, 'order'), list.kinds)
  const sorted = sortRows(found, asked.length > 0 ? asked : [list.defaultOrder], list.kinds)
  const { page, ...counts } = toPage(sorted, readParam(params, 'start'), { allAtMinusOne: list.allAtMinusOne })
  const select = readSelect(params, list.kinds)
  return { result: { [list.name]: page.map((row) => pick(row, select)) }, ...counts }
}
