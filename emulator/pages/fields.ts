import type { Markup } from './html'
import { html } from './html'

/** One line of a card: its name and what stands there. */
export type CardField = [name: string, value: string | Markup | undefined]

/** A box with a heading and named values. */
export function fieldBox(heading: string, fields: CardField[]): Markup {
  return html`<section class="box"><h2>${heading}</h2>${
    fields.length > 0
      ? html`<dl>${fields.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? '—'}</dd></div>`)}</dl>`
      : '—'
  }</section>`
}
