const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

interface MappedText {
  /** Path of the source; empty where the map names none. */
  source: string
  text: string
}

/** Numbers of one segment: base 64, five bits each, the lowest is the sign. */
function readSegment(segment: string): number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (const character of segment) {
    const digit = DIGITS.indexOf(character)
    value += (digit & 31) << shift
    shift += 5
    if (digit & 32) continue
    numbers.push(value & 1 ? -(value >> 1) : value >> 1)
    value = 0
    shift = 0
  }
  return numbers
}

/** Cuts a built script into pieces, each with the source that it comes from by its source map. */
export function readMappings(code: string, map: string): MappedText[] {
  const { mappings, sources } = JSON.parse(map) as { mappings: string; sources: string[] }
  const lines = code.split('\n')
  let source = 0
  return mappings.split(';').flatMap((line, index) => {
    let column = 0
    const begins = line
      .split(',')
      .filter(Boolean)
      .map((segment) => {
        const [right = 0, sourceStep] = readSegment(segment)
        column += right
        source += sourceStep ?? 0
        return { column, source: sourceStep === undefined ? '' : (sources[source] ?? '') }
      })
    return begins.map((begin, at): MappedText => ({
      source: begin.source,
      text: lines[index]?.slice(begin.column, begins[at + 1]?.column) ?? '',
    }))
  })
}
