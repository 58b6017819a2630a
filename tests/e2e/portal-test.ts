import type { FrameLocator, Page } from '@playwright/test'
import type { Samples } from '@emulator/portal/state'
import type { PortalServer } from '@emulator/server'
import type { ControlClient } from '@tests/support/control-client'
import { test as base, expect } from '@playwright/test'
import { startPortalServer } from '@emulator/server'
import { ORDER_BINDER } from '@scripts/order-binder-app'
import { controlClient } from '@tests/support/control-client'

/** A portal with the built app inside, anew for every test. */
export interface TestPortal extends ControlClient {
  /** `http://localhost:<port>/` */
  url: string
  /** `http://127.0.0.1:<port>/` */
  appUrl: string
  samples: Samples
  /** Console errors that this test expects, as parts of their text. */
  expectedErrors: string[]
}

interface PortalFixtures {
  portal: TestPortal
}

interface WorkerFixtures {
  server: PortalServer
}

export const test = base.extend<PortalFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const app = { kind: 'directory', path: 'dist' } as const
      const server = await startPortalServer({ port: 0, app, registration: ORDER_BINDER })
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  portal: async ({ server, page }, use) => {
    const control = controlClient(server.url)
    const { samples } = await control.reset()
    const expectedErrors: string[] = []
    const errors = watchConsole(page)
    await use({ ...control, url: server.url, appUrl: server.appUrl, samples, expectedErrors })
    expect(errors.filter((text) => !expectedErrors.some((part) => text.includes(part)))).toEqual([])
  },
})

/** Collects what the browser complains about: script errors, console errors, refused resources. */
function watchConsole(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url.split('?')[0]}`)
  })
  return errors
}

/** The app's frame: the only one whose name is that of a Bitrix24 frame. */
export function appFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe[name*="|"]')
}

export { expect }
