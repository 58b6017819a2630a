import { foldText, toFolded } from './fold-text'

/** A part of a text, which is what was searched for or not. */
export interface TextPart {
  text: string
  isMarked: boolean
}

type Range = readonly [start: number, end: number]

/** Ranges in their order, those that touch each other as one. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)]
    else merged.push([start, end])
  }
  return merged
}

/** Cuts a text so that the first place of each searched text is a part of its own. Texts compare as in a search. */
export function markText(original: string, searched: readonly string[]): TextPart[] {
  const { text, starts, ends } = foldText(original)
  const ranges = searched.map(toFolded).flatMap((wanted): Range[] => {
    const place = wanted === '' ? -1 : text.indexOf(wanted)
    return place === -1 ? [] : [[starts[place] ?? 0, ends[place + wanted.length - 1] ?? original.length]]
  })
  const parts: TextPart[] = []
  let from = 0
  for (const [start, end] of merge(ranges)) {
    parts.push(
      { text: original.slice(from, start), isMarked: false },
      { text: original.slice(start, end), isMarked: true },
    )
    from = end
  }
  parts.push({ text: original.slice(from), isMarked: false })
  return parts.filter((part) => part.text !== '')
}
