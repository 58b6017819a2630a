import { isMap } from '@emulator/calls/params'

/** unconfirmed figures: a portal stops somewhere here too, and no ordinary request comes near them. */
const MAX_DEPTH = 64
const MAX_VALUES = 20_000

/** Says whether a JSON value has more levels or more values than a portal takes. Walks without recursion. */
export function isOverloaded(value: unknown): boolean {
  let level = [value]
  let count = 0
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length
    if (depth > MAX_DEPTH || count > MAX_VALUES) return true
    level = level.filter(isMap).flatMap((map) => Object.values(map))
  }
  return false
}

/** Says whether JSON nests too deep; looked at before it is parsed, which takes a second for millions of brackets. */
export function isTooDeepJson(text: string): boolean {
  let depth = 0
  let isText = false
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]
    if (letter === '\\') index += 1
    else if (letter === '"') isText = !isText
    else if (isText) continue
    else if (letter === '[' || letter === '{') depth += 1
    else if (letter === ']' || letter === '}') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/** Says whether a form or a query has too many fields, or brackets nested too deep; looked at before anything is built. */
export function isOverloadedForm(text: string): boolean {
  let fields = 1
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]
    const isEncodedBracket =
      letter === '%' && text[index + 1] === '5' && (text[index + 2] === 'b' || text[index + 2] === 'B')
    if (letter === '[' || isEncodedBracket) depth += 1
    // A value may hold any number of brackets: only names nest.
    if (letter === '=') depth = Number.NEGATIVE_INFINITY
    if (letter === '&') {
      fields += 1
      depth = 0
    }
    if (depth > MAX_DEPTH || fields > MAX_VALUES) return true
  }
  return false
}

/** Says whether percent codes spell bytes that are no UTF-8. A percent sign of its own is a percent sign. */
export function isBadlyEncoded(text: string): boolean {
  try {
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    return false
  } catch {
    return true
  }
}
