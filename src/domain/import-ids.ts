import { toId } from './characters'

/** Gives the id that a text is, and nothing else: one that begins with a zero is none. */
export function toPlainId(text: string): number | undefined {
  return text.startsWith('0') ? undefined : toId(text)
}

/** Gives `1 123` without the spaces that a spreadsheet shows between thousands; any other text as it is. */
export function withoutThousands(text: string): string {
  return /^[1-9]\d{0,2}(?: \d{3})+$/.test(text) ? text.replaceAll(' ', '') : text
}
