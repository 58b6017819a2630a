import type { Portal } from '@/portal/portal'
import { markRaw } from 'vue'
import App from '@/app/App.vue'
import { openPage } from '@/pages/registry'
import { mountWith } from './mount'

/** Mounts the shell with the page of the place where the portal was opened. */
export function mountApp(portal: Portal) {
  // The test utilities make props reactive to the depth, components among them.
  return mountWith(App, { portal, props: { page: markRaw(openPage(portal.session.placement)) } })
}
