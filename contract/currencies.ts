/** Currencies; every value is a string. @see api-reference/crm/currency/index.md */
import type { YesNo } from './rest'

/** How amounts are written in one language. @see api-reference/crm/data-types.md */
export interface CrmCurrencyFormat {
  DECIMALS: string
  DEC_POINT: string
  /** The amount stands for `#`. */
  FORMAT_STRING: string
  FULL_NAME: string
  HIDE_ZERO: YesNo
  THOUSANDS_SEP: string | null
  THOUSANDS_VARIANT: string
}

/** A currency with its format in the language `LID`. @see api-reference/crm/currency/crm-currency-list.md */
export interface CrmCurrencyRow extends Omit<CrmCurrencyFormat, 'HIDE_ZERO' | 'THOUSANDS_VARIANT'> {
  AMOUNT: string
  AMOUNT_CNT: string
  BASE: YesNo
  CURRENCY: string
  DATE_UPDATE: string
  LID: string
  SORT: string
}

/** The same with the formats of all languages. @see api-reference/crm/currency/crm-currency-get.md */
export interface CrmCurrencyGetResult extends CrmCurrencyRow {
  LANG: Record<string, CrmCurrencyFormat>
}
