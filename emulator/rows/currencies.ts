/** Code of the currency in which the portal counts. @see api-reference/crm/currency/crm-currency-base-get.md */
export const BASE_CURRENCY = 'USD'

interface CurrencyFormat {
  FORMAT_STRING: string
  FULL_NAME: string
  DEC_POINT: string
  THOUSANDS_SEP: string | null
  DECIMALS: string
  THOUSANDS_VARIANT: string
  HIDE_ZERO: 'Y' | 'N'
}

/** A currency with its names and formats by language. Every value is a string. */
export interface PortalCurrency {
  CURRENCY: string
  AMOUNT_CNT: string
  AMOUNT: string
  SORT: string
  BASE: 'Y' | 'N'
  DATE_UPDATE: string
  LANG: { en: CurrencyFormat; ru: CurrencyFormat }
}

const ENGLISH = { DEC_POINT: '.', THOUSANDS_SEP: ',', DECIMALS: '2', THOUSANDS_VARIANT: 'C', HIDE_ZERO: 'Y' } as const
const RUSSIAN = {
  DEC_POINT: ',',
  THOUSANDS_SEP: '&nbsp;',
  DECIMALS: '2',
  THOUSANDS_VARIANT: 'B',
  HIDE_ZERO: 'Y',
} as const

/** The portal's currencies: those of the sample orders. */
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
]
