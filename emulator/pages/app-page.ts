import type { LocalPortal } from '@emulator/portal/state'
import type { VisiblePlacement } from './app-menus'
import type { PageContent } from './page-content'
import { isMap } from '@emulator/calls/params'
import { parseQuery } from '@emulator/php/query-string'
import { appPlace, visiblePlacements } from './app-menus'
import { html } from './html'

/** Parameters of the portal page that are its own and do not reach the app (unconfirmed); `mode` is this portal's. */
const SYSTEM_PARAMETERS = new Set(['sessid', 'clear_cache', 'login', 'logout', '_r', 'mode'])

function appContent(placement: VisiblePlacement, options: Record<string, unknown>): PageContent {
  return { title: placement.title, body: html`<div class="app-page">${appPlace(placement, options)}</div>` }
}

/** The app's own page: the placement `DEFAULT`, whose options are the page's parameters. */
export function appPage(portal: LocalPortal, url: URL): PageContent {
  const sent = Object.entries(parseQuery(url.search.slice(1)))
  const options = Object.fromEntries(sent.filter(([name]) => !SYSTEM_PARAMETERS.has(name)))
  return appContent({ code: 'DEFAULT', index: 0, title: portal.app.title }, options)
}

/** The page behind an item of the left menu. @see api-reference/widgets/left-menu.md */
export function leftMenuPage(portal: LocalPortal, index: number): PageContent | undefined {
  const placement = visiblePlacements(portal, 'LEFT_MENU')[index]
  return placement && appContent(placement, {})
}

/** The page that a link to the app opens; `params[…]` of the link are its options. @see api-reference/widgets/universal/app-url.md */
export function linkedPage(portal: LocalPortal, url: URL): PageContent | undefined {
  const placement = visiblePlacements(portal, 'REST_APP_URI')[0]
  const { params } = parseQuery(url.search.slice(1))
  return placement && appContent(placement, isMap(params) ? params : {})
}
