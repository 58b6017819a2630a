import type { Connecting } from '@/app/connect'
import { boot } from '@/app/boot'
import { withEarlyReads } from '@/app/early-reads'
import { openPage, preloadPage } from '@/pages/registry'

/** Shows the page for the place where the app was opened. */
export async function startApp(connecting: Connecting): Promise<void> {
  await boot(connecting, {
    openPage,
    prepare(portal) {
      const early = withEarlyReads(portal)
      preloadPage(portal.session.placement)
      return early
    },
  })
}
