import type { Placement } from '@/domain/session'
import type { OpenedPage } from '@/pages/registry'
import type { Portal } from '@/portal/portal'
import type { Connecting, StartFailure } from './connect'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import { pageClock } from '@/binding/page-clock'
import { PORTAL } from '@/context'
import { createAppI18n } from '@/i18n'
import { toPortalCode } from '@/i18n/languages'
import { createPortal } from '@/portal/create-portal'
import { toShownFailure } from '@/ui/shown-failure'
import { chooseTheme, followTheme } from '@/ui/theme'
import App from './App.vue'
import StartScreen from './StartScreen.vue'
import { warmUp } from './warm-up'

/** What a page of the build shows once it is connected. */
interface Entry {
  openPage(placement: Placement): OpenedPage
  /** Starts what the page needs first, and gives the portal that answers with it. */
  prepare(portal: Portal): Portal
}

/** Reads the session, and shows the page for the place; or the screen that says why there is none. */
export async function boot(connecting: Connecting, entry: Entry): Promise<void> {
  try {
    followTheme()
    warmUp()
    const start = await connecting
    if (start.kind !== 'connected') return await showFailure(start)
    const portal = entry.prepare(createPortal(start.transport, pageClock))
    // What is asked leaves at once; the page is shown in a task of its own.
    await new Promise((resolve) => setTimeout(resolve))
    await showApp(entry, portal)
  } catch (error) {
    await showMistake(error)
  }
}

async function showApp({ openPage }: Entry, portal: Portal): Promise<void> {
  chooseTheme(portal.options.readTheme())
  const i18n = await createAppI18n(portal.session.language)
  const shown = { page: openPage(portal.session.placement) }
  const app = createApp(App, shown).use(createPinia()).use(PiniaColada).use(i18n)
  // Mistakes in the page are shown by the shell: only one in the shell itself comes here.
  app.config.errorHandler = (error) => void nextTick(() => app.unmount()).then(() => showMistake(error))
  app.provide(PORTAL, portal).mount('#app')
}

async function showMistake(error: unknown): Promise<void> {
  await showFailure({ kind: 'mistake', code: toShownFailure(error).code ?? '' })
}

async function showFailure(failure: StartFailure): Promise<void> {
  // The portal has not told its language yet.
  const i18n = await createAppI18n(toPortalCode(navigator.language))
  createApp(StartScreen, { failure }).use(i18n).mount('#app')
}
