import type { Portal } from '@/portal/portal'
import type { StartFailure } from './connect'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { PORTAL } from '@/context'
import { createAppI18n } from '@/i18n'
import { toPortalCode } from '@/i18n/languages'
import { connectFrame } from '@/portal/b24-transport'
import { createPortal } from '@/portal/create-portal'
import App from './App.vue'
import StartScreen from './StartScreen.vue'
import { connect } from './connect'
import { followColorScheme } from './theme'

/** Connects, reads the session, and shows the page for the place; or the screen that says why there is none. */
export async function boot(): Promise<void> {
  followColorScheme()
  const start = await connect(connectFrame)
  if (start.kind === 'connected') await showApp(createPortal(start.transport))
  else await showFailure(start)
}

async function showApp(portal: Portal): Promise<void> {
  const i18n = await createAppI18n(portal.session.language)
  const app = createApp(App).use(createPinia()).use(PiniaColada).use(i18n)
  app.provide(PORTAL, portal).mount('#app')
}

async function showFailure(failure: StartFailure): Promise<void> {
  // The portal has not told its language yet.
  const i18n = await createAppI18n(toPortalCode(navigator.language))
  createApp(StartScreen, { failure }).use(i18n).mount('#app')
}
