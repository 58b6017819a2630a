/** Of every cell of a grid. Cells are as high as two lines; as a part of a card they are as high as what they hold. */
export const CELL =
  'px-1.5 text-start align-middle first:ps-3 last:pe-2 @min-[64rem]/grid:px-3 @max-[40rem]/grid:block @max-[40rem]/grid:px-0 @max-[40rem]/grid:first:ps-0 @max-[40rem]/grid:last:pe-0'

/** Of every row: 44 px high, as a card as high as its cells. */
export const ROW =
  'h-11 @max-[40rem]/grid:grid @max-[40rem]/grid:h-auto @max-[40rem]/grid:grid-cols-[minmax(0,1fr)_fit-content(50%)] @max-[40rem]/grid:gap-x-3 @max-[40rem]/grid:gap-y-1 @max-[40rem]/grid:px-3 @max-[40rem]/grid:py-2.5'

/** As wide as what it holds, and on one line. A column of it wants the least width that its cells usually need. */
export const NARROW = 'w-px whitespace-nowrap'

/** Goes under another one where the grid is not wide. */
export const WIDE_ONLY = '@max-[56rem]/grid:hidden @max-[40rem]/grid:hidden'
/** What stands for a column that is `WIDE_ONLY`. */
export const NOT_WIDE = '@min-[56rem]/grid:hidden'
