import type { CrmCurrencyFormat, CrmCurrencyRow } from '@contract/currencies'

/** Code of the currency in which the portal counts. @see api-reference/crm/currency/crm-currency-base-get.md */
export const BASE_CURRENCY = 'USD'

/** A currency with its names and formats by language. */
export interface PortalCurrency extends Omit<CrmCurrencyRow, keyof CrmCurrencyFormat | 'LID'> {
  LANG: { en: CrmCurrencyFormat; ru: CrmCurrencyFormat }
}

const ENGLISH = { DEC_POINT: '.', THOUSANDS_SEP: ',', DECIMALS: '2', THOUSANDS_VARIANT: 'C', HIDE_ZERO: 'Y' } as const
const RUSSIAN = {
  DEC_POINT: ',',
  THOUSANDS_SEP: '&nbsp;',
  DECIMALS: '2',
  THOUSANDS_VARIANT: 'B',
  HIDE_ZERO: 'Y',
} as const

/** The portal's currencies: those of the sample orders, and the one that samples of the documentation use. */
export const CURRENCIES: readonly PortalCurrency[] = [
  {
    CURRENCY: 'USD',
    AMOUNT_CNT: '1',
    AMOUNT: '1.0000',
    SORT: '100',
    BASE: 'Y',
    DATE_UPDATE: '2026-02-02T12:00:00+03:00',
    LANG: {
      en: { FORMAT_STRING: '$#', FULL_NAME: 'US Dollar', ...ENGLISH },
      ru: { FORMAT_STRING: '$#', FULL_NAME: 'Доллар США', ...RUSSIAN },
    },
  },
  {
    CURRENCY: 'EUR',
    AMOUNT_CNT: '1',
    AMOUNT: '1.1400',
    SORT: '200',
    BASE: 'N',
    DATE_UPDATE: '2026-02-02T12:00:00+03:00',
    LANG: {
      en: { FORMAT_STRING: '&euro;#', FULL_NAME: 'Euro', ...ENGLISH },
      ru: { FORMAT_STRING: '# &euro;', FULL_NAME: 'Евро', ...RUSSIAN },
    },
  },
  {
    CURRENCY: 'RUB',
    AMOUNT_CNT: '100',
    AMOUNT: '1.2500',
    SORT: '300',
    BASE: 'N',
    DATE_UPDATE: '2026-02-02T12:00:00+03:00',
    LANG: {
      en: { FORMAT_STRING: '&#8381;#', FULL_NAME: 'Russian Ruble', ...ENGLISH },
      ru: { FORMAT_STRING: '# &#8381;', FULL_NAME: 'Российский рубль', ...RUSSIAN },
    },
  },
]
