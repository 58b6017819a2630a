import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StartOptions } from '@emulator/cli/start-options'
import type { AppRegistration } from '@emulator/portal/app-registration'
import type { PortalServer } from '@emulator/server'
import { createServer } from 'vite'
import { startPortalServer } from '@emulator/server'

/** What the first page needs, with all that it imports: compiled while the person opens the browser. */
const FIRST_FILES = ['./src/main.ts', './src/main.css', './src/pages/{OwnerTab,OrderTab,MainPage}.vue']

/**
 * Starts the local portal with the app of this repository inside, served from its sources by Vite.
 * The portal opens a server-hosted app by POST, which Vite answers with 404: pages are asked for by GET instead.
 */
export async function startWithVite(
  options: StartOptions & { port: number; registration: AppRegistration },
): Promise<PortalServer> {
  let serve = (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(503, { 'retry-after': '1' }).end('The app is still starting.')
  }
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST') request.method = 'GET'
    serve(request, response)
  }
  const server = await startPortalServer({
    ...options,
    app: { kind: 'handler', handle },
    isSampleLive: true,
  })
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { server: server.http }, warmup: { clientFiles: FIRST_FILES } },
    logLevel: 'warn',
  })
  serve = vite.middlewares
  return {
    ...server,
    close: async () => {
      await vite.close()
      await server.close()
    },
  }
}
