import type { OrderStatusLanguagesResult, OrderStatusRow } from '@contract/orders'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import { requireSaleRead } from '@emulator/calls/rights'
import { toLenientPage } from '@emulator/lists/lenient-list'
import { MESSAGE_LANGUAGES, messagesOf } from '@emulator/portal/messages'

const STATUS_KINDS = {
  color: 'string',
  id: 'string',
  notify: 'flag',
  sort: 'int',
  type: 'string',
  xmlId: 'string',
} as const
const LANG_KINDS = { description: 'string', lid: 'string', name: 'string', statusId: 'string' } as const

const STATUSES: readonly OrderStatusRow[] = [
  { id: 'N', type: 'O', sort: 10, color: '#BEEDF1', notify: 'Y', xmlId: null },
  { id: 'P', type: 'O', sort: 20, color: '#C8F07D', notify: 'Y', xmlId: null },
  { id: 'S', type: 'O', sort: 30, color: '#FFE387', notify: 'Y', xmlId: null },
  { id: 'D', type: 'O', sort: 40, color: '#FFCCB9', notify: 'Y', xmlId: null },
  { id: 'F', type: 'O', sort: 200, color: '#9DDE6B', notify: 'Y', xmlId: null },
  { id: 'DN', type: 'D', sort: 300, color: '', notify: 'Y', xmlId: null },
  { id: 'DF', type: 'D', sort: 400, color: '', notify: 'Y', xmlId: null },
]

/** Only these languages have rows: an app must live with a language that has none. */
const LANGUAGES: OrderStatusLanguagesResult['langs'] = [
  { active: 'Y', lid: 'en', name: 'English' },
  { active: 'Y', lid: 'ru', name: 'Русский' },
  { active: 'Y', lid: 'de', name: 'Deutsch' },
  { active: 'Y', lid: 'br', name: 'Português (Brasil)' },
]

function listStatuses({ portal, caller, params }: MethodCall): ReplyOf<'sale.status.list'> {
  requireSaleRead(portal, caller)
  const defaultOrder = { field: 'sort', descending: false }
  const { page, ...counts } = toLenientPage({ kinds: STATUS_KINDS, rows: STATUSES, defaultOrder }, params)
  return { result: { statuses: page }, ...counts }
}

function listNames({ portal, caller, params }: MethodCall): ReplyOf<'sale.statuslang.list'> {
  requireSaleRead(portal, caller)
  const rows = MESSAGE_LANGUAGES.flatMap((lid) =>
    Object.entries(messagesOf(lid).orderStatuses).map(([statusId, messages]) => ({ statusId, lid, ...messages })),
  )
  const defaultOrder = { field: 'statusId', descending: false }
  const { page, ...counts } = toLenientPage({ kinds: LANG_KINDS, rows, defaultOrder }, params)
  return { result: { statusLangs: page }, ...counts }
}

function listLanguages({ portal, caller }: MethodCall): ReplyOf<'sale.statuslang.getlistlangs'> {
  requireSaleRead(portal, caller)
  return { result: { langs: LANGUAGES }, total: LANGUAGES.length }
}

/** Order statuses and their names. @see api-reference/sale/status/sale-status-list.md */
export const ORDER_STATUS_METHODS = {
  'sale.status.list': { scopes: ['sale'], run: listStatuses },
  'sale.statuslang.list': { scopes: ['sale'], run: listNames },
  'sale.statuslang.getlistlangs': { scopes: ['sale'], run: listLanguages },
} satisfies Partial<MethodTable>
