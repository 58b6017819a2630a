import type { RunRow } from '@/domain/run'
import type { JournalItem } from './journal-items'
import type { ReadPage } from './page-text'
import type { RunText } from './run-text'
import { readPage } from './page-text'
import { isByOtherHand } from './step-items'

interface PageItem extends ReadPage {
  body: string
}

/**
 * The pages of a plan as its author has written them. What was stored again, as an answer was lost, is the same; pages by others are none
 * of it, nor are those that somebody else has changed.
 */
function pagesIn(items: readonly JournalItem[], author: number): PageItem[] {
  return items.flatMap((item) => {
    const { KIND, BODY } = item.PROPERTY_VALUES
    const isTheirs = KIND === 'page' && item.CREATED_BY === author && !isByOtherHand(item)
    const page = isTheirs ? readPage(BODY ?? '') : undefined
    return page ? [{ ...page, body: BODY ?? '' }] : []
  })
}

/** The plan of a run, as far as it is there. */
interface ReadPlan {
  rows: RunRow[]
  /** All pages are there, with as many rows as the run has, by order id. */
  isWhole: boolean
  /** Two pages of one number tell different things. */
  isDoubtful: boolean
}

/** Reads the plan of a run. How many pages it has is not asked of an item that somebody else has changed. */
export function toPlan({ item, ...said }: RunText & { item: JournalItem }, items: readonly JournalItem[]): ReadPlan {
  const pages = pagesIn(items, item.CREATED_BY)
  const isKnown = !isByOtherHand(item)
  // The first one that was stored counts.
  const byNumber = new Map(pages.toReversed().map((page) => [page.number, page]))
  const length = isKnown ? said.pages : Math.max(0, ...[...byNumber.keys()].map((number) => number + 1))
  const whole = length <= byNumber.size ? Array.from({ length }, (_, number) => byNumber.get(number)) : [undefined]
  const rows = whole.flatMap((page) => page?.rows ?? [])
  const isInOrder = rows.every((row, place) => place === 0 || row.orderId > (rows[place - 1]?.orderId ?? 0))
  const hasAll = isKnown ? rows.length === said.rows : rows.length > 0
  return {
    rows,
    isWhole: !whole.includes(undefined) && hasAll && isInOrder,
    isDoubtful: pages.some(({ number, body }) => byNumber.get(number)?.body !== body),
  }
}
