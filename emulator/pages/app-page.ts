import type { LocalPortal } from '@emulator/state'
import type { PageContent } from './layout'
import { appPlace } from './tabs'
import { html } from './html'

/** Parameters of the portal page that are its own and do not reach the app (unconfirmed: portal-frame.md 1.5, P). */
const SYSTEM_PARAMETERS = new Set(['sessid', 'clear_cache', 'login', 'logout', '_r'])

/** The app's own page: the placement `DEFAULT`, whose options are the page's parameters. */
export function appPage(portal: LocalPortal, url: URL): PageContent {
  const options = Object.fromEntries([...url.searchParams].filter(([name]) => !SYSTEM_PARAMETERS.has(name)))
  const { title } = portal.app
  return { title, body: html`<div class="app-page">${appPlace({ placement: 'DEFAULT', options, title })}</div>` }
}
