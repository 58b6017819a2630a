import type { Portal } from '@/portal/portal'
import type { StartFailure } from './connect'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import { PORTAL } from '@/context'
import { createAppI18n } from '@/i18n'
import { toPortalCode } from '@/i18n/languages'
import { preloadPage } from '@/pages/registry'
import { connectFrame } from '@/portal/b24-transport'
import { createPortal } from '@/portal/create-portal'
import { toShownFailure } from '@/ui/shown-failure'
import App from './App.vue'
import StartScreen from './StartScreen.vue'
import { connect } from './connect'
import { withEarlyReads } from './early-reads'
import { followColorScheme } from './theme'

/** Connects, reads the session, and shows the page for the place; or the screen that says why there is none. */
export async function boot(): Promise<void> {
  try {
    followColorScheme()
    const start = await connect(connectFrame)
    if (start.kind === 'connected') await showApp(withEarlyReads(createPortal(start.transport)))
    else await showFailure(start)
  } catch (error) {
    await showMistake(error)
  }
}

async function showApp(portal: Portal): Promise<void> {
  preloadPage(portal.session.placement)
  const i18n = await createAppI18n(portal.session.language)
  const app = createApp(App).use(createPinia()).use(PiniaColada).use(i18n)
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
