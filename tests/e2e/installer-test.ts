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
export interface NewPortal extends ControlClient {
  server: PortalServer
  local: LocalPortal
  /** Opens the app's page of the portal, and gives the app's frame. */
  openApp(): Promise<FrameLocator>
  /** Opens a placement on the first object of its kind, as a person does, and gives the app's frame. */
  openPlace(code: string): Promise<FrameLocator>
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

/** The card and the list of a kind of object, by what codes call it. */
function pathsOf({ data }: LocalPortal, subject: string): { card: string; list: string } {
  if (subject === 'ORDER') return { card: `/shop/orders/details/${[...data.orders.keys()][0]}/`, list: '/shop/orders/' }
  const typeId = subject === 'DEAL' ? 2 : subject === 'SMART_INVOICE' ? 31 : Number(subject.replace('DYNAMIC_', ''))
  const folder = typeId === 2 ? '/crm/deal/' : `/crm/type/${typeId}/`
  return { card: `${folder}details/${[...(data.items.get(typeId)?.keys() ?? [])][0]}/`, list: `${folder}list/` }
}

async function openPlace(page: Page, { portal, url }: PortalServer, code: string): Promise<FrameLocator> {
  const [, subject = '', spot = ''] = /^CRM_(.+?)_(DETAIL_.+|LIST_.+)$/.exec(code) ?? []
  const { card, list } = pathsOf(portal, subject)
  const open = (path: string) => page.goto(new URL(path, url).href)
  if (spot === 'DETAIL_TAB') await open(`${card}?tab=${code}`)
  else {
    await open(spot.startsWith('LIST') ? list : card)
    // Menus are folded, the bar above the timeline is not.
    const button = page.locator(`[data-open-app][data-placement="${code}"]`).first()
    await button.evaluate((element) => element.closest('details')?.setAttribute('open', ''))
    await button.click()
  }
  return appFrame(page)
}

async function startNew(page: Page, { settings, registration }: Opening): Promise<NewPortal> {
  const app = { kind: 'directory', path: 'dist' } as const
  const server = await startPortalServer({ port: 0, app, settings, registration: { ...UNINSTALLED, ...registration } })
  return {
    ...controlClient(server.url),
    server,
    local: server.portal,
    registered: () => server.portal.app.placements.map(({ code }) => code),
    openPlace: (code) => openPlace(page, server, code),
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
