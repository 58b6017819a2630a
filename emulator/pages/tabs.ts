import type { LocalPortal } from '@emulator/state'
import { chromeWords } from './chrome-words'
import { html } from './html'
import type { Markup } from './html'

/** One part of a card: the portal's own content or a place for an app. */
export interface CardTab {
  id: string
  title: string
  body: Markup
}

/** Lays out a card's tabs; the first is open. */
export function tabs(portal: LocalPortal, parts: CardTab[]): Markup {
  const words = chromeWords(portal.settings.language)
  return html`<div class="tabs" role="tablist" aria-label="${words.tabs}">
${parts.map(({ id, title }, index) => html`<button type="button" role="tab" id="tab-${id}" data-tab="${id}" aria-controls="panel-${id}"
 aria-selected="${index === 0 ? 'true' : 'false'}" tabindex="${index === 0 ? 0 : -1}">${title}</button>`)}
</div>
${parts.map(({ id, body }, index) => html`<section role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}"
 ${index > 0 && html`hidden`}>${body}</section>`)}`
}

/** Gives one tab for each app placement of this code; the page's script loads the app when the tab is first opened. */
export function placementTabs(portal: LocalPortal, code: string, options: Record<string, string>): CardTab[] {
  const { language } = portal.settings
  return portal.app.placements
    .filter((placement) => placement.code === code)
    .map(({ titles }, index) => {
      const title = titles[language] ?? titles.en ?? portal.app.title
      // Two tabs of one code need two ids.
      return { id: index === 0 ? code : `${code}-${index + 1}`, title, body: appPlace({ placement: code, options, title }) }
    })
}

/** A place that the page's script fills with the app's frame. */
export function appPlace({ placement, options, title }: { placement: string; options: Record<string, string>; title: string }): Markup {
  return html`<div class="app-place" data-placement="${placement}" data-options="${JSON.stringify(options)}" data-title="${title}"></div>`
}
