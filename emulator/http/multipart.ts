/** `multipart/form-data` as far as REST uses it: named texts. Files are left out: no method here takes one. */

const NAME = /^content-disposition:[^\n]*?[;\s]name="((?:[^"\\]|\\.)*)"/im
const FILE = /^content-disposition:[^\n]*?[;\s]filename\*?=/im
const BOUNDARY = /boundary=(?:"([^"]+)"|([^;\s]+))/i

/** Finds the boundary that a content type names; nothing when it is no multipart form. */
export function readBoundary(contentType: string): string | undefined {
  if (!/^multipart\/form-data\b/i.test(contentType)) return undefined
  const match = BOUNDARY.exec(contentType)
  return match?.[1] ?? match?.[2] ?? ''
}

function readPart(part: string): [string, string] | undefined {
  const end = part.indexOf('\r\n\r\n')
  const head = part.slice(0, end)
  const name = NAME.exec(head)?.[1]
  if (end === -1 || name === undefined || FILE.test(head)) return undefined
  return [name.replace(/\\(["\\])/g, '$1').replaceAll('%22', '"'), part.slice(end + 4)]
}

/** Reads the texts of a multipart form; nothing when the body does not keep to its boundary. @see RFC 7578 */
export function parseMultipart(body: string, boundary: string): [string, string][] | undefined {
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`)
  const last = parts.pop()
  if (boundary === '' || parts.length === 0 || !last?.startsWith('--')) return undefined
  return parts.slice(1).flatMap((part) => {
    const pair = readPart(part.replace(/^[ \t]*\r\n/, ''))
    return pair ? [pair] : []
  })
}
