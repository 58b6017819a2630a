import type { OrderStatus } from '@/domain/order'
import type { Ask } from './ask'
import * as v from 'valibot'
import { askAllPages, ifReadable } from './ask'
import { optionalColour, rowsUnder, text } from './decode'
import { memoizeRead } from './memoize-read'

const STATUSES = rowsUnder('statuses', v.object({ id: text, color: optionalColour }))
const STATUS_NAMES = rowsUnder('statusLangs', v.object({ statusId: text, lid: text, name: text }))
type StatusRow = v.InferOutput<typeof STATUSES>[number]
type StatusName = v.InferOutput<typeof STATUS_NAMES>[number]

/**
 * Makes a read of the portal's order statuses, in its order, asked once for the page's life.
 * Names come in the person's language; a status that has none in it is named in English, then in any language, then by
 * its code. Names that cannot be read are left out; a list of statuses that cannot be read fails.
 * @see api-reference/sale/status-lang/sale-status-lang-list.md
 */
export function createOrderStatuses(ask: Ask, language: string): () => Promise<OrderStatus[]> {
  function readRows(): Promise<StatusRow[]> {
    const params = { select: ['id', 'type', 'sort', 'color'], filter: { type: 'O' }, order: { sort: 'asc' } }
    return askAllPages(ask, { method: 'sale.status.list', params }, STATUSES)
  }

  function readNames(filter: Record<string, unknown>): Promise<StatusName[]> {
    const params = { select: ['statusId', 'lid', 'name'], filter, order: { statusId: 'asc' } }
    return askAllPages(ask, { method: 'sale.statusLang.list', params }, STATUS_NAMES)
  }

  async function read(): Promise<OrderStatus[]> {
    const [rows, own] = await Promise.all([readRows(), ifReadable(readNames({ lid: language }), [])])
    const unnamed = rows.map(({ id }) => id).filter((code) => !own.some((row) => row.statusId === code))
    const other = unnamed.length > 0 ? await ifReadable(readNames({ '@statusId': unnamed }), []) : []
    return rows.map(({ id, color }) => ({ code: id, name: nameOf(id, [...own, ...other]), colour: color }))
  }

  const readOnce = memoizeRead(read)
  return () => readOnce('statuses')
}

function nameOf(code: string, names: StatusName[]): string {
  const rows = names.filter((row) => row.statusId === code && row.name !== '')
  return (rows.find((row) => row.lid === 'en') ?? rows[0])?.name ?? code
}
