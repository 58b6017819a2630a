/** What the bytes of a file are. */
export type FileText =
  | { kind: 'text'; text: string }
  /** One byte a letter, by a code page that the file does not name: a person says which. */
  | { kind: 'legacy' }
  /** A workbook of a spreadsheet, which is no text. */
  | { kind: 'workbook' }
  | { kind: 'not-text' }

/** Code pages that spreadsheets still write: Cyrillic and Western letters. */
export const LEGACY_ENCODINGS = ['windows-1251', 'windows-1252'] as const
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number]

/** The files of Excel and LibreOffice begin so: ZIP, and the compound file before it. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, place) => bytes[place] === byte)

/** Reads bytes by an encoding; nothing where they are none of it. A mark at the beginning is taken away. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Where the zero bytes of a text stand tells which UTF-16 it is, even without a mark: delimiters and digits have one each. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const zeros = [0, 0]
  bytes.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even === odd || (even > 0 && odd > 0)) return undefined
  return odd > 0 ? 'utf-16le' : 'utf-16be'
}

/** Reads a file as text: UTF-8, or UTF-16. What is neither is never guessed. */
export function readFileText(bytes: Uint8Array): FileText {
  if (WORKBOOKS.some((mark) => beginsWith(bytes, mark))) return { kind: 'workbook' }
  const encoding = utf16Of(bytes) ?? 'utf-8'
  const text = decode(bytes, encoding)
  if (text !== undefined && !text.includes('\0')) return { kind: 'text', text }
  return encoding === 'utf-8' && !bytes.includes(0) ? { kind: 'legacy' } : { kind: 'not-text' }
}

/** Reads a file by the code page that a person has said. */
export function readLegacyText(bytes: Uint8Array, encoding: LegacyEncoding): string {
  return new TextDecoder(encoding).decode(bytes)
}
