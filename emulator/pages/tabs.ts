import type { LocalPortal } from '@emulator/portal/state'
import type { Markup } from './html'
import { appPlace, visiblePlacements } from './app-menus'
import { html } from './html'
import { pageMessages } from './page-messages'

/** One part of a card: the portal's own content or a place for an app. */
interface CardTab {
  id: string
  title: string
  body: Markup
}

/** Lays out a card's tabs; the first is open. */
export function tabs(portal: LocalPortal, parts: CardTab[]): Markup {
  const messages = pageMessages(portal.settings.language)
  return html`<div class="tabs" role="tablist" aria-label="${messages.tabs}">
${parts.map(
  (
    { id, title },
    index,
  ) => html`<button type="button" role="tab" disabled id="tab-${id}" data-tab="${id}" aria-controls="panel-${id}"
 aria-selected="${index === 0 ? 'true' : 'false'}" tabindex="${index === 0 ? 0 : -1}">${title}</button>`,
)}
</div>
${parts.map(
  ({ id, body }, index) => html`<section role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}"
 ${index > 0 && html`hidden`}>${body}</section>`,
)}`
}

/** Gives one tab for each handler of this placement; the page's script loads the app when the tab is first opened. */
export function placementTabs(portal: LocalPortal, code: string, options: Record<string, string>): CardTab[] {
  return visiblePlacements(portal, code).map((placement) => ({
    // Two tabs of one code need two ids.
    id: placement.index === 0 ? code : `${code}-${placement.index + 1}`,
    title: placement.title,
    body: appPlace(placement, options),
  }))
}
