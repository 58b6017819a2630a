import type { CrmCurrencyRow } from '@contract/currencies'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { PortalCurrency } from '@emulator/rows/currencies'
import { readParamAnyCase } from '@emulator/calls/params'
import { legacyError, readLegacyMap, toLegacyOrder } from '@emulator/lists/legacy-list'
import { sortRows } from '@emulator/lists/lists'
import { BASE_CURRENCY, CURRENCIES } from '@emulator/rows/currencies'

const KINDS = {
  CURRENCY: 'string',
  AMOUNT_CNT: 'int',
  AMOUNT: 'float',
  SORT: 'int',
  BASE: 'flag',
  FULL_NAME: 'string',
  DATE_UPDATE: 'date',
} as const

/** unconfirmed: those who may change the store or the portal have access to CRM settings. */
function requireSettings({ caller }: MethodCall): void {
  if (!caller.user.isAdmin && caller.user.storeRight !== 'W') throw legacyError('Access denied.')
}

/** A currency with its name and format in the portal's language. */
function toRow({ settings }: LocalPortal, { LANG, ...currency }: PortalCurrency): CrmCurrencyRow {
  const lid = settings.language === 'ru' ? 'ru' : 'en'
  const { FORMAT_STRING, FULL_NAME, DEC_POINT, THOUSANDS_SEP, DECIMALS } = LANG[lid]
  return { ...currency, FULL_NAME, LID: lid, FORMAT_STRING, DEC_POINT, THOUSANDS_SEP, DECIMALS }
}

/** `total` is always 0, says the documentation. @see api-reference/crm/currency/crm-currency-list.md */
function list(call: MethodCall): ReplyOf<'crm.currency.list'> {
  requireSettings(call)
  const sortKeys = toLegacyOrder(readLegacyMap(call.params, 'order'), KINDS)
  const rows = CURRENCIES.map((currency) => toRow(call.portal, currency))
  return { result: sortRows(rows, [...sortKeys, { field: 'SORT', descending: false }], KINDS), total: 0 }
}

/** @see api-reference/crm/currency/crm-currency-get.md */
function get(call: MethodCall): ReplyOf<'crm.currency.get'> {
  requireSettings(call)
  const id = String(readParamAnyCase(call.params, 'id') ?? '')
  const currency = CURRENCIES.find(({ CURRENCY }) => CURRENCY === id)
  if (!currency) throw legacyError('Not found')
  return { result: { ...toRow(call.portal, currency), LANG: currency.LANG } }
}

/** The portal's currencies. */
export const CURRENCY_METHODS = {
  'crm.currency.list': { scopes: ['crm'], legacy: true, run: list },
  'crm.currency.get': { scopes: ['crm'], legacy: true, run: get },
  'crm.currency.base.get': { scopes: ['crm'], legacy: true, run: () => ({ result: BASE_CURRENCY }) },
} satisfies Partial<MethodTable>
