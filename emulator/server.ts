import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { MethodFamily } from '@emulator/calls/call'
import type { Certificate } from '@emulator/http/certificate'
import type { LocalPortal } from '@emulator/portal/state'
import type { PortalOptions } from './create-portal'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { findAuthorizationHost, serveAuthorization } from '@emulator/http/serve-authorization'
import { servePortal } from '@emulator/http/serve-portal'
import { serveFolder } from '@emulator/http/static-files'
import { METHODS, toMethods } from '@emulator/rest/method-table'
import { createPortal, setAppHandler } from './create-portal'

/** Where the app's page comes from: a folder, something that answers requests, or a server of its own. */
export type AppSource =
  | { kind: 'directory'; path: string }
  | { kind: 'handler'; handle(request: IncomingMessage, response: ServerResponse): void }
  | { kind: 'address'; handler: string }

/** What to start. Port 0 picks a free one. */
export interface PortalServerOptions extends Omit<PortalOptions, 'appHandler' | 'now'> {
  port: number
  /** `127.0.0.1` unless told: the local portal has no business on a network. */
  host?: string
  app: AppSource
  /** Added to the portal's own methods, or in their place by name. */
  methods?: MethodFamily
  /** Key and certificate for https; plain http without. */
  certificate?: Certificate
}

/** A running local portal. */
export interface PortalServer {
  portal: LocalPortal
  /** Origin of the portal's pages and its REST interface. */
  url: string
  /** Address of the app's page. */
  appUrl: string
  http: Server
  close(): Promise<void>
}

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

function listen(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Error(`Port ${port} is taken: choose another one, as with PORT=${port + 1}.`) : error)
    })
    http.listen(port, host, () => {
      // A TCP server's address is never a string.
      resolve((http.address() as AddressInfo).port)
    })
  })
}

/** Gives what ends a server with all its connections; Node's own leaves those alone that have not said what they want. */
function makeClose(http: Server): () => Promise<void> {
  const sockets = new Set<Socket>()
  http.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return () =>
    new Promise((resolve) => {
      http.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
}

function serveAppAddress(address: string): RequestHandler {
  return (request, response) => {
    request.resume()
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`The app is served at ${address}`)
  }
}

function toAppHandler(app: AppSource, portalOrigin: () => string): RequestHandler {
  if (app.kind === 'directory') return serveFolder(app.path, portalOrigin)
  return app.kind === 'handler' ? app.handle : serveAppAddress(app.handler)
}

function sendError(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) response.destroy()
  else response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/** Sends a request to the portal, the app or the authorization server by its Host: names of one machine are origins to a browser. */
function routeByHost(
  hosts: { portal: () => string; app: () => string },
  handlers: { portal: RequestHandler; app: RequestHandler; authorization: RequestHandler },
): RequestHandler {
  return async (request, response) => {
    const { host } = request.headers
    if (host === hosts.portal()) {
      // A browser sends a request again by itself when a connection that it used before is cut: never give it one to use again.
      response.setHeader('connection', 'close')
      return handlers.portal(request, response)
    }
    if (host === hosts.app()) return handlers.app(request, response)
    if (findAuthorizationHost(request)) return handlers.authorization(request, response)
    request.resume()
    sendError(response, 403, `Open ${hosts.portal()} instead.`)
  }
}

/**
 * Starts the local portal on one port: pages, REST and control at `http://localhost:PORT`, the app at
 * `http://127.0.0.1:PORT`. Rejects with one plain sentence when the port is taken.
 */
export async function startPortalServer(options: PortalServerOptions): Promise<PortalServer> {
  const portal = createPortal(options)
  const { app, certificate } = options
  const served = { portal, methods: options.methods ? toMethods(options.methods) : METHODS }
  const scheme = certificate ? 'https' : 'http'
  let port = options.port
  // Clients leave the usual port out of the Host.
  const toHost = (name: string) => (port === (certificate ? 443 : 80) ? name : `${name}:${port}`)
  const hosts = { portal: () => toHost('localhost'), app: () => toHost('127.0.0.1') }
  const handlers = {
    portal: (request: IncomingMessage, response: ServerResponse) => servePortal(served, request, response),
    app: toAppHandler(app, () => portal.origin),
    authorization: (request: IncomingMessage, response: ServerResponse) =>
      serveAuthorization(portal, request, response),
  }
  const handleRequest = routeByHost(hosts, handlers)
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    Promise.resolve(handleRequest(request, response)).catch((error: unknown) => {
      sendError(response, 500, `The local portal failed: ${error instanceof Error ? error.message : String(error)}`)
    })
  }
  const http: Server = certificate ? createSecureServer(certificate, answer) : createServer(answer)
  const close = makeClose(http)
  port = await listen(http, options.port, options.host ?? '127.0.0.1')
  const appUrl = app.kind === 'address' ? app.handler : `${scheme}://${hosts.app()}/index.html`
  portal.reportError = (error) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  portal.origin = `${scheme}://${hosts.portal()}`
  setAppHandler(portal, appUrl)
  return { portal, url: portal.origin, appUrl, http, close }
}
