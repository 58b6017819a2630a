import { expect, it, vi } from 'vitest'
import { placeParts } from '@/ui/grid/far/placed-parts'

/** A table of three rows, as high as told: there is no layout here. */
function tableOf(height: number): HTMLTableElement {
  const table = document.createElement('table')
  table.innerHTML = '<tbody><tr data-row></tr></tbody>'.repeat(3)
  vi.spyOn(table, 'offsetHeight', 'get').mockReturnValue(height)
  return table
}

const ROWS = [{ id: 3 }, { id: 2 }, { id: 1 }]

it.each([
  { name: 'that is shown', height: 135, rows: ROWS, count: 3 },
  // Its rows have no height then, and must not be taken for far ones that need no room.
  { name: 'that is hidden', height: 0, rows: ROWS, count: undefined },
  { name: 'that shows other rows by now', height: 135, rows: ROWS.slice(1), count: undefined },
])('places the rows of a table $name', ({ height, rows, count }) => {
  expect(placeParts(tableOf(height), rows)?.length).toBe(count)
})
