/** HTML that is safe to send. */
export class Markup {
  constructor(readonly source: string) {}
}

type HtmlValue = string | number | Markup | HtmlValue[] | false | undefined | null

/** Builds HTML from a template; everything but markup is escaped, lists are joined, `false` and nothing are left out. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Markup {
  return new Markup(
    strings.map((text, index) => text + (index < values.length ? toSource(values[index]) : '')).join(''),
  )
}

/** Embeds a value as JSON for the page's scripts; `<` is escaped so that no text can end the element. */
export function jsonScript(id: string, value: unknown): Markup {
  const json = new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'))
  return html`<script type="application/json" id="${id}">${json}</script>`
}

function toSource(value: HtmlValue): string {
  if (value === false || value === undefined || value === null) return ''
  if (value instanceof Markup) return value.source
  if (Array.isArray(value)) return value.map(toSource).join('')
  return escapeHtml(String(value))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
