type TextTest = (text: string) => boolean

/** Below this many texts, looking for one after another is quicker than an index of them. */
const FEW = 8

/**
 * Says whether a text begins with any of these. They are sorted, and none of them begins with another one: so the only one that a
 * text can begin with is the last that is not greater than it.
 */
function toBeginningTest(wanted: readonly string[]): TextTest {
  const sorted: string[] = []
  for (const part of [...wanted].sort()) {
    const last = sorted.at(-1)
    if (last === undefined || !part.startsWith(last)) sorted.push(part)
  }
  return (text) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] ?? '') <= text) low = middle + 1
      else high = middle
    }
    const nearest = sorted[low - 1]
    return nearest !== undefined && text.startsWith(nearest)
  }
}

const reverse = (text: string) => text.split('').reverse().join('')

function toEndingTest(wanted: readonly string[]): TextTest {
  const isBeginning = toBeginningTest(wanted.map(reverse))
  return (text) => isBeginning(reverse(text))
}

function toPartTest(wanted: readonly string[]): TextTest {
  if (wanted.length <= FEW) return (text) => wanted.some((part) => text.includes(part))
  const isBeginning = toBeginningTest(wanted)
  return (text) => {
    for (let place = 0; place <= text.length; place++) if (isBeginning(text.slice(place))) return true
    return false
  }
}

/** A pattern taken to pieces at its `%`, each of which stands for any text. */
interface Pattern {
  kind: 'whole' | 'beginning' | 'ending' | 'part' | 'pieces'
  head: string
  parts: readonly string[]
  tail: string
}

function toPattern(written: string): Pattern {
  const [head = '', ...rest] = written.split('%')
  const tail = rest.pop()
  if (tail === undefined) return { kind: 'whole', head, parts: [], tail: '' }
  const parts = rest.filter((part) => part !== '')
  const pattern = { head, parts, tail }
  if (parts.length === 0 && tail === '') return { kind: 'beginning', ...pattern }
  if (parts.length === 0 && head === '') return { kind: 'ending', ...pattern }
  return { kind: parts.length === 1 && head === '' && tail === '' ? 'part' : 'pieces', ...pattern }
}

/** Says whether a pattern has more than one piece: then each row is compared with each such pattern. */
export function isInPieces(written: string): boolean {
  return toPattern(written).kind === 'pieces'
}

/** Looks for one part after another, so that no pattern takes long. */
function matchesPieces({ head, parts, tail }: Pattern, text: string): boolean {
  if (!text.startsWith(head) || !text.endsWith(tail)) return false
  let from = head.length
  for (const part of parts) {
    const place = text.indexOf(part, from)
    if (place === -1) return false
    from = place + part.length
  }
  return from <= text.length - tail.length
}

function toPatternTest(wanted: readonly string[]): TextTest {
  const patterns = wanted.map(toPattern)
  const ofKind = (kind: Pattern['kind']) => patterns.filter((pattern) => pattern.kind === kind)
  const whole = new Set(ofKind('whole').map(({ head }) => head))
  const isBeginning = toBeginningTest(ofKind('beginning').map(({ head }) => head))
  const isEnding = toEndingTest(ofKind('ending').map(({ tail }) => tail))
  const hasPart = toPartTest(ofKind('part').flatMap(({ parts }) => parts))
  const pieces = ofKind('pieces')
  return (text) =>
    whole.has(text) ||
    isBeginning(text) ||
    isEnding(text) ||
    hasPart(text) ||
    pieces.some((pattern) => matchesPieces(pattern, text))
}

/**
 * Builds the test of a `%` prefix: a pattern where `%` and `=` stand together, else a part of the text. Any value may match. The
 * values are prepared once: twenty thousand of them take a row hardly longer than one.
 */
export function toTextTest(prefix: string, wanted: readonly string[]): TextTest {
  const distinct = [...new Set(wanted)]
  const isPattern = prefix.includes('%') && prefix.includes('=')
  return isPattern ? toPatternTest(distinct) : toPartTest(distinct)
}
