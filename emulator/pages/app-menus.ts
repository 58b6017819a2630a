import type { LocalPortal } from '@emulator/portal/state'
import type { Markup } from './html'
import { isInstalling } from './frames'
import { html } from './html'
import { pageMessages } from './page-messages'

/** One handler of a placement as the portal's pages show it. */
export interface VisiblePlacement {
  code: string
  /** Which of the placement's handlers, from 0. */
  index: number
  title: string
}

/**
 * Gives the app's handlers of a placement that the person at the pages may see, in the order in which they were bound; none
 * until the app is installed.
 * @see settings/app-installation/installation-finish.md
 */
export function visiblePlacements(portal: LocalPortal, code: string): VisiblePlacement[] {
  if (isInstalling(portal)) return []
  const { language } = portal.settings
  return portal.app.placements
    .filter((placement) => placement.code === code)
    .map(({ titles, userId }, index) => ({
      code,
      index,
      userId,
      title: titles[language] ?? titles.en ?? Object.values(titles)[0] ?? portal.app.title,
    }))
    .filter(({ userId }) => !userId || userId === portal.settings.user)
}

/** Buttons that open the app in a side panel, one for each handler of the placement; nothing where there is none. */
export function appMenu(portal: LocalPortal, code: string, options: Record<string, string>): Markup | undefined {
  const found = visiblePlacements(portal, code)
  if (found.length === 0) return undefined
  return html`<details class="app-menu"><summary aria-label="${pageMessages(portal.settings.language).actions}">⋯</summary>
<div>${found.map((placement) => openButton(placement, options))}</div></details>`
}

/** Buttons of the bar above a card's timeline; the app opens below them. @see api-reference/widgets/crm/detail-activity.md */
export function activityBar(portal: LocalPortal, code: string, options: Record<string, string>): Markup | undefined {
  const found = visiblePlacements(portal, code)
  if (found.length === 0) return undefined
  return html`<div class="app-activity"><p class="switch">${found.map((placement) => openButton(placement, options, 'below'))}</p>
<div class="app-activity-place"></div></div>`
}

function openButton(
  { code, index, title }: VisiblePlacement,
  options: Record<string, string>,
  where = 'panel',
): Markup {
  return html`<button type="button" data-open-app="${where}" data-placement="${code}" data-index="${index}"
 data-options="${JSON.stringify(options)}" data-title="${title}">${title}</button>`
}

/** A place that the page's script fills with the app's frame. */
export function appPlace({ code, index, title }: VisiblePlacement, options: Record<string, unknown>): Markup {
  return html`<div class="app-place" data-placement="${code}" data-index="${index}" data-options="${JSON.stringify(options)}"
 data-title="${title}"></div>`
}
