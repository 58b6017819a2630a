import { PAGE_SIZE } from '@contract/rest'

/** Cuts ids into lists of at most 50, each id once: what one page of a list can answer. */
export function inPages<Id>(ids: Iterable<Id>): Id[][] {
  const all = [...new Set(ids)]
  const count = Math.ceil(all.length / PAGE_SIZE)
  return Array.from({ length: count }, (_, page) => all.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE))
}
