import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StartOptions } from '@emulator/cli/start-options'
import type { AppRegistration } from '@emulator/portal/app-registration'
import type { PortalServer } from '@emulator/server'
import { resolve } from 'node:path'
import { createServer } from 'vite'
import { startPortalServer } from '@emulator/server'

/** What the first page needs, with all that it imports: compiled while the person opens the browser. */
const FIRST_FILES = ['./src/main.ts', './src/start-app.ts', './src/main.css', './src/pages/OwnerTab.vue']

/** No part of the app: to watch each of their files takes time. */
const NOT_SERVED = ['bench', 'cli', 'coverage', 'deploy', 'docs', 'emulator', 'tests'].map((folder) => resolve(folder))

/**
 * Starts the local portal with the app of this repository inside, served from its sources by Vite; who asks for the app while Vite starts
 * waits for it. The portal opens a server-hosted app by POST, which Vite answers with 404: pages are asked for by GET instead.
 */
export async function startWithVite(
  options: StartOptions & { port: number; registration: AppRegistration },
): Promise<PortalServer & { ready: Promise<unknown> }> {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST') request.method = 'GET'
    const { middlewares } = await vite
    middlewares(request, response)
  }
  const server = await startPortalServer({ ...options, app: { kind: 'handler', handle }, isSampleLive: true })
  const vite = createServer({
    server: {
      middlewareMode: true,
      hmr: { server: server.http },
      warmup: { clientFiles: FIRST_FILES },
      watch: { ignored: (path) => NOT_SERVED.includes(resolve(path)) },
    },
    logLevel: 'warn',
  })
  return {
    ...server,
    ready: vite,
    close: async () => {
      await (await vite).close()
      await server.close()
    },
  }
}
