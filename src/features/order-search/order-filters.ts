import type { Period } from '@/domain/period'
import type { OrderQuery, ScanQuery } from '@/portal/order-queries'

/** What a person narrows orders by, each as its control has it; empty for any. */
export interface OrderFilterValues {
  /** Only orders without an owner, or whose owner is gone: they are found by looking at all. */
  belongs: '' | Exclude<ScanQuery['wanted'], 'any'>
  /** Which days are meant; `range` for those from the first to the last one written. */
  made: string
  from: string
  to: string
  /** The time of these days; absent for any. */
  period?: Period | undefined
  statusCode: string
  /** `paid` or `not-paid`. */
  payment: string
}

export const NO_FILTERS: OrderFilterValues = {
  belongs: '',
  made: '',
  from: '',
  to: '',
  statusCode: '',
  payment: '',
}

/** What is asked of the portal. */
export function toOrderQuery({ period, statusCode, payment }: OrderFilterValues): OrderQuery {
  return {
    ...(period && { made: period }),
    ...(statusCode !== '' && { statusCode }),
    ...(payment !== '' && { isPaid: payment === 'paid' }),
  }
}

/** Counts the filters that are on. */
export function countFilters({ belongs, made, statusCode, payment }: OrderFilterValues): number {
  return [belongs, made, statusCode, payment].filter(Boolean).length
}

/** Tells queries apart: those that ask for the same have the same parts. */
export function keyOfQuery({ text, statusCode, isPaid, made }: OrderQuery): string[] {
  return [text, statusCode, isPaid, made?.from, made?.before].map(String)
}

/** Tells searches apart that look at every order. */
export function keyOfScan({ wanted, ...query }: ScanQuery): string {
  return [wanted, ...keyOfQuery(query)].join()
}
