import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import { BASE_CURRENCY, CURRENCIES } from './currencies'

/** The prices and the discount of one piece. */
interface RowPrices {
  priceExclusive: number
  priceNetto: number
  priceBrutto: number
  discountRate: number
  discountSum: number
}

/** A sum as people pay it. */
export function roundSum(value: number): number {
  return Math.round(value * 100) / 100
}

/** Prices have as many decimals as the documented samples; what cannot be worked out is 0. */
function roundPrice(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e8) / 1e8 : 0
}

function toTaxFactor({ taxRate }: StoredProductRow): number {
  return 1 + (taxRate ?? 0) / 100
}

/** What one piece costs before its discount, without tax. A piece that is given away has the price that its discount says. */
function toNetto(row: StoredProductRow, exclusive: number): number {
  const isPercentage = row.discountTypeId === 2 && row.discountRate !== 100
  return isPercentage ? exclusive / (1 - row.discountRate / 100) : exclusive + row.discountSum
}

/**
 * Works the other prices of a row out of its final one, in which the tax is whatever `taxIncluded` says: that flag only tells
 * how people see it. @see api-reference/crm/universal/product-rows/crm-item-productrow-add.md
 */
export function toRowPrices(row: StoredProductRow): RowPrices {
  const exclusive = row.price / toTaxFactor(row)
  const netto = toNetto(row, exclusive)
  const rate = netto === 0 ? 0 : ((netto - exclusive) / netto) * 100
  return {
    priceExclusive: roundPrice(exclusive),
    priceNetto: roundPrice(netto),
    priceBrutto: roundPrice(netto * toTaxFactor(row)),
    discountRate: row.discountTypeId === 2 ? row.discountRate : roundPrice(rate),
    discountSum: roundPrice(netto - exclusive),
  }
}

/** A price in the currency of reports. unconfirmed: by the rates of the portal's currencies */
export function toAccountPrice(price: number, currencyId: string | null | undefined): number {
  const currency = CURRENCIES.find(({ CURRENCY }) => CURRENCY === (currencyId ?? BASE_CURRENCY))
  return currency === undefined ? price : roundSum((price * Number(currency.AMOUNT)) / Number(currency.AMOUNT_CNT))
}

/** What all rows of an owner cost, and the tax in it. */
export function toRowSums(rows: readonly StoredProductRow[]): { opportunity: number; taxValue: number } {
  const opportunity = rows.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const untaxed = rows.reduce((sum, row) => sum + (row.price / toTaxFactor(row)) * row.quantity, 0)
  return {
    opportunity: roundSum(opportunity),
    taxValue: Number.isFinite(untaxed) ? roundSum(opportunity - untaxed) : 0,
  }
}
