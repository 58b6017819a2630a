import type { TextPart } from '@/domain/marked-text'
import type { Order, OrderStub } from '@/domain/order'
import { toId } from '@/domain/characters'
import { orderId } from '@/domain/id'
import { markText } from '@/domain/marked-text'
import { countExact } from '@/domain/order-match'
import { readTypedOrder } from '@/domain/typed-order'
import { readTypedName } from '@/domain/typed-words'

/** Gives the orders that a text names, where only ids may be asked for: whatever the person calls it, it is one. */
export function toStubs(text: string): OrderStub[] {
  const typed = readTypedOrder(text)
  const id = typed?.id ?? toId(typed?.number ?? '')
  return id === undefined ? [] : [{ id: orderId(id) }]
}

/** Counts the orders on top that have the very number that was typed. */
export function countExactRows(rows: readonly (Order | OrderStub)[], text: string): number {
  const typed = readTypedOrder(text)
  return typed ? countExact(rows, typed) : 0
}

/** Marks what rows are found by: a number has a part of it, or another that the text may mean. */
export function createMark(text: string): (shown: string) => TextPart[] {
  const read = readTypedOrder(text)
  const searched = read ? [read.number, ...read.otherNumbers, ...(readTypedName(text)?.words ?? [])] : []
  return (shown) => markText(shown, searched)
}
