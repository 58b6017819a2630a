import type { FrameLocator, Page } from '@playwright/test'
import type { AppRegistration } from '@emulator/portal/app-registration'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { LocalPortal } from '@emulator/portal/state'
import type { PortalServer } from '@emulator/server'
import type { ControlClient } from '@tests/support/control-client'
import { test as base } from '@playwright/test'
import { startPortalServer } from '@emulator/server'
import { UNINSTALLED } from '@scripts/order-binder-app'
import { controlClient } from '@tests/support/control-client'
import { appFrame } from './portal-test'

/** A portal with the built app inside, which waits for its installer. */
interface NewPortal extends ControlClient {
  server: PortalServer
  local: LocalPortal
  /** Opens the app's page of the portal, and gives the app's frame. */
  openApp(): Promise<FrameLocator>
  /** Codes of the placements that open the app, in the order of their registration. */
  registered(): string[]
}

interface Opening {
  settings?: Partial<PortalSettings>
  registration?: AppRegistration
}

interface Fixtures {
  openNew: (opening?: Opening) => Promise<NewPortal>
}

const APP_PAGE = '/marketplace/app/1/'

async function startNew(page: Page, { settings, registration }: Opening): Promise<NewPortal> {
  const app = { kind: 'directory', path: 'dist' } as const
  const server = await startPortalServer({ port: 0, app, settings, registration: { ...UNINSTALLED, ...registration } })
  return {
    ...controlClient(server.url),
    server,
    local: server.portal,
    registered: () => server.portal.app.placements.map(({ code }) => code),
    async openApp() {
      await page.goto(new URL(APP_PAGE, server.url).href)
      return appFrame(page)
    },
  }
}

export const test = base.extend<Fixtures>({
  openNew: async ({ page }, use) => {
    const started: PortalServer[] = []
    await use(async (opening = {}) => {
      const portal = await startNew(page, opening)
      started.push(portal.server)
      return portal
    })
    await Promise.all(started.map((server) => server.close()))
  },
})
