import type { Case } from './case'
import { refusal } from './refusals'

const CURRENCY = 'api-reference/crm/currency'

const USD = {
  CURRENCY: 'USD',
  AMOUNT_CNT: '1',
  AMOUNT: '1.0000',
  SORT: '100',
  BASE: 'Y',
  FULL_NAME: 'US Dollar',
  LID: 'en',
  FORMAT_STRING: '$#',
  DEC_POINT: '.',
  THOUSANDS_SEP: ',',
  DECIMALS: '2',
  DATE_UPDATE: '2026-02-02T12:00:00+03:00',
}
const EUR = {
  ...USD,
  CURRENCY: 'EUR',
  AMOUNT: '1.1400',
  SORT: '200',
  BASE: 'N',
  FULL_NAME: 'Euro',
  FORMAT_STRING: '&euro;#',
}
const RUB = {
  ...USD,
  CURRENCY: 'RUB',
  AMOUNT_CNT: '100',
  AMOUNT: '1.2500',
  SORT: '300',
  BASE: 'N',
  FULL_NAME: 'Russian Ruble',
  FORMAT_STRING: '&#8381;#',
}
const ENGLISH = {
  FORMAT_STRING: '$#',
  FULL_NAME: 'US Dollar',
  DEC_POINT: '.',
  THOUSANDS_SEP: ',',
  DECIMALS: '2',
  THOUSANDS_VARIANT: 'C',
  HIDE_ZERO: 'Y',
}
const RUSSIAN = {
  FORMAT_STRING: '$#',
  FULL_NAME: 'Доллар США',
  DEC_POINT: ',',
  THOUSANDS_SEP: '&nbsp;',
  DECIMALS: '2',
  THOUSANDS_VARIANT: 'B',
  HIDE_ZERO: 'Y',
}
const legacyRefusal = (description: string) => ({ status: 400, body: refusal('', description) })

export const CURRENCY_CASES: Case[] = [
  {
    name: 'currencies come by their sort, and their total is always 0',
    page: `${CURRENCY}/crm-currency-list.md`,
    request: { method: 'crm.currency.list' },
    body: { result: [USD, EUR, RUB], total: 0 },
  },
  {
    name: 'currencies are sorted',
    page: `${CURRENCY}/crm-currency-list.md`,
    request: { method: 'crm.currency.list', params: { order: { CURRENCY: 'asc' } } },
    body: { result: [EUR, RUB, USD], total: 0 },
  },
  {
    name: 'currencies require their order to be a map',
    page: `${CURRENCY}/crm-currency-list.md`,
    request: { method: 'crm.currency.list', params: { order: 'abc' } },
    ...legacyRefusal("Parameter 'order' must be array."),
  },
  {
    name: 'currencies are in the portal language',
    page: `${CURRENCY}/crm-currency-list.md`,
    settings: { language: 'ru' },
    request: { method: 'crm.currency.get', params: { id: 'USD' } },
    body: {
      result: {
        ...USD,
        FULL_NAME: 'Доллар США',
        LID: 'ru',
        DEC_POINT: ',',
        THOUSANDS_SEP: '&nbsp;',
        LANG: { en: ENGLISH, ru: RUSSIAN },
      },
    },
  },
  {
    name: 'one currency comes in all languages',
    page: `${CURRENCY}/crm-currency-get.md`,
    request: { method: 'crm.currency.get', params: { id: 'USD' } },
    body: { result: { ...USD, LANG: { en: ENGLISH, ru: RUSSIAN } } },
  },
  {
    name: 'a currency may be missing',
    page: `${CURRENCY}/crm-currency-get.md`,
    request: { method: 'crm.currency.get', params: { id: 'XXX' } },
    ...legacyRefusal('Not found'),
  },
  {
    name: 'currencies are for those with access to settings',
    page: `${CURRENCY}/crm-currency-list.md`,
    request: { method: 'crm.currency.list', user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'one currency is for those with access to settings too',
    page: `${CURRENCY}/crm-currency-get.md`,
    request: { method: 'crm.currency.get', params: { id: 'USD' }, user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },
  {
    name: 'the base currency is open to everybody',
    page: `${CURRENCY}/crm-currency-base-get.md`,
    request: { method: 'crm.currency.base.get', user: 'employee' },
    body: { result: 'USD' },
  },
]
