/**
 * Says whether a text is as a pattern, in which `%` stands for any text. Looks for one part after another, so that no pattern
 * takes long.
 */
function toLikeTest(pattern: string): (text: string) => boolean {
  const [head = '', ...rest] = pattern.split('%')
  const tail = rest.pop()
  if (tail === undefined) return (text) => text === pattern
  const parts = rest.filter((part) => part !== '')
  return (text) => {
    if (!text.startsWith(head) || !text.endsWith(tail)) return false
    let from = head.length
    for (const part of parts) {
      const place = text.indexOf(part, from)
      if (place === -1) return false
      from = place + part.length
    }
    return from <= text.length - tail.length
  }
}

/** Builds the test of a `%` prefix: a pattern where `%` and `=` stand together, else a part of the text. Any value may match. */
export function toTextTest(prefix: string, wanted: readonly string[]): (text: string) => boolean {
  const isPattern = prefix.includes('%') && prefix.includes('=')
  const tests = wanted.map((part) => (isPattern ? toLikeTest(part) : (text: string) => text.includes(part)))
  return (text) => tests.some((test) => test(text))
}
