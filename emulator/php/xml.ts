import { isMap } from '@emulator/calls/params'

const ESCAPES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }
const NAME = /^[a-z_][\w.-]*$/i
/** Characters that XML cannot spell. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[<>&"']/g, (letter) => ESCAPES[letter] ?? letter)
}

/** unconfirmed: rows of a list, and keys that are no names, stand in elements called `item`. */
function toElements(value: unknown): string {
  if (!isMap(value)) return value === null || value === undefined ? '' : escapeXml(String(value))
  return Object.entries(value)
    .map(([key, inner]) => {
      const name = NAME.test(key) ? key : 'item'
      return `<${name}>${toElements(inner)}</${name}>`
    })
    .join('')
}

/** Writes an answer as XML, for methods asked for as `<method>.xml`. @see settings/how-to-call-rest-api/general-principles.md */
export function toXml(answer: unknown): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<response>${toElements(answer)}</response>`
}
