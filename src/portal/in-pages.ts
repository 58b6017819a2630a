import { PAGE_SIZE } from '@contract/rest'

/** Cuts ids into lists of at most `size`, each id once: 50, what one page of a list can answer, unless told. */
export function inPages<Id>(ids: Iterable<Id>, size = PAGE_SIZE): Id[][] {
  const all = [...new Set(ids)]
  const count = Math.ceil(all.length / size)
  return Array.from({ length: count }, (_, page) => all.slice(page * size, (page + 1) * size))
}
