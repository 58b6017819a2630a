/** HTML that is safe to send. */
export class Markup {
  constructor(readonly source: string) {}
}

type Piece = string | number | Markup | Piece[] | false | undefined | null

/** Builds HTML from a template; everything but markup is escaped, lists are joined, `false` and nothing are left out. */
export function html(texts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(texts.map((text, index) => text + (index < pieces.length ? toSource(pieces[index]) : '')).join(''))
}

/** Embeds a value as JSON for the page's scripts; `<` is escaped so that no text can end the element. */
export function jsonScript(id: string, value: unknown): Markup {
  const json = new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'))
  return html`<script type="application/json" id="${id}">${json}</script>`
}

function toSource(piece: Piece): string {
  if (piece === false || piece === undefined || piece === null) return ''
  if (piece instanceof Markup) return piece.source
  if (Array.isArray(piece)) return piece.map(toSource).join('')
  return escape(String(piece))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
