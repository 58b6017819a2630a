/** The package: a local portal that a test starts, controls and stops. */
import type { MethodFamily } from '@emulator/calls/call'
import type { PortalControl } from '@emulator/control/control-portal'
import type { Certificate } from '@emulator/http/certificate'
import type { AppRegistration } from '@emulator/portal/app-registration'
import type { ClockChange } from '@emulator/portal/clock'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { BeforeCommand } from '@emulator/portal/requests'
import type { PortalUser, StartRows, Webhook } from '@emulator/portal/state'
import type { AppSource } from './server'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { controlPortal } from '@emulator/control/control-portal'
import { requireOptions } from '@emulator/control/require-options'
import { requireBoundOrders, requireWebhookUsers } from '@emulator/control/require-rows'
import { requireSettings } from '@emulator/control/settings'
import { makeCertificate } from '@emulator/http/certificate'
import { withSampleUsers } from '@emulator/portal/sample-people'
import { readScenario } from '@emulator/seed/scenarios'
import { startPortalServer } from './server'

export type { Caller, MethodCall, MethodFamily, MethodReply, Params, RestMethod } from '@emulator/calls/call'
export type { BindingChange, PortalStateView } from '@emulator/control/protocol'
export type { AppRegistration, RegisteredPlacement } from '@emulator/portal/app-registration'
export type { ClockChange, ClockView } from '@emulator/portal/clock'
export type { ActiveFault, FaultEffect, FaultRule } from '@emulator/portal/fault'
export type { LoggedCall } from '@emulator/portal/logged-call'
export type { PortalSettings } from '@emulator/portal/portal-settings'
export type { BeforeCommand, RequestRef, UpcomingCommand } from '@emulator/portal/requests'
export type { BindingRecord, LocalPortal, PortalUser, StartRow, StartRows, Webhook } from '@emulator/portal/state'
export { RestError, systemError } from '@emulator/calls/errors'
export { readMap, readParam, readRequiredInt } from '@emulator/calls/params'
export { canSeeItem } from '@emulator/calls/rights'
export { toPage } from '@emulator/lists/lists'

/** What to start. Everything may be left out: a portal with sample data, and no app inside, on a free port. */
export interface StartPortalOptions {
  /** Address of the app's page, or a folder with an `index.html`, which the portal serves from an origin of its own. */
  app?: string | { folder: string }
  /** A free one unless told. */
  port?: number
  /** Address to listen on; `127.0.0.1` unless told. */
  host?: string
  /** Serves by https: with a certificate made for this start, or with key and certificate as PEM texts. */
  https?: true | { key: string; certificate: string }
  /** A named state, or several joined by commas: `with-orders,deal+invoice`. */
  scenario?: string
  /** Settings, beyond those of the scenario. */
  settings?: Partial<PortalSettings>
  /** How the app is registered: its title, scopes, placements and installer. */
  registration?: AppRegistration
  /** The clock of the start, from which the dates of the sample count back; after a reset too. The real one unless told. */
  clock?: ClockChange
  /** Called before each command of a batch: lets a test act between two of them. */
  beforeCommand?: BeforeCommand
  /** REST methods by name, added to the portal's own or in their place. */
  methods?: MethodFamily
  /** People, added to the five of the sample or in their place by id. */
  people?: PortalUser[]
  /** Webhooks, added to those of the sample. */
  webhooks?: Webhook[]
  /** Rows, added to those of the sample or in their place by id; with the scenario `empty` there are no others. */
  data?: StartRows
}

/** A portal that runs. */
export interface RunningPortal extends PortalControl {
  /** Origin of the portal's pages and of its REST interface: `http://localhost:<port>`. */
  url: string
  /** Address of the app's page. */
  appUrl: string
  /** Address of the portal's page that shows the app. */
  pageUrl: string
  /** Sets what is called before each command of a batch, or nothing; a reset brings back that of the start. */
  beforeCommand(hook?: BeforeCommand): void
  /** Ends every connection and frees the port. */
  stop(): Promise<void>
}

/** Serves nothing but a sentence: for a portal whose REST interface alone is wanted. */
const NO_APP: AppSource = {
  kind: 'handler',
  handle: (request, response) => {
    request.resume()
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('No app was given to startPortal().')
  },
}

function readApp(app: StartPortalOptions['app']): AppSource {
  if (app === undefined) return NO_APP
  if (typeof app !== 'string') {
    if (!existsSync(join(app.folder, 'index.html'))) throw new Error(`There is no index.html in ${app.folder}.`)
    return { kind: 'directory', path: resolve(app.folder) }
  }
  return { kind: 'address', handler: app }
}

function readCertificate(https: StartPortalOptions['https']): Certificate | undefined {
  if (https === true) return makeCertificate(Date.now())
  return https && { key: https.key, cert: https.certificate }
}

function readSettings({ scenario, settings = {}, ...others }: StartPortalOptions): Partial<PortalSettings> {
  const people = withSampleUsers(others.people)
  const read = { ...(scenario && readScenario(scenario)), ...requireSettings(people, settings) }
  requireWebhookUsers(people, others.webhooks)
  requireBoundOrders({ language: read.language ?? 'en', rows: read.rows ?? 'sample' }, others.data)
  return read
}

/** Starts a local portal. Rejects with one plain sentence for an option that cannot be. */
export async function startPortal(options: StartPortalOptions = {}): Promise<RunningPortal> {
  requireOptions(options)
  const { host, registration, methods, people, webhooks, data, beforeCommand, clock } = options
  const certificate = readCertificate(options.https)
  const server = await startPortalServer({
    port: options.port ?? 0,
    app: readApp(options.app),
    settings: readSettings(options),
    ...(host !== undefined && { host }),
    ...(certificate && { certificate }),
    ...{ registration, methods, people, webhooks, rows: data, beforeCommand, clock },
    isSampleLive: true,
  })
  const { url, appUrl, portal } = server
  return {
    ...controlPortal(portal),
    url,
    appUrl,
    pageUrl: `${url}/marketplace/app/${portal.app.id}/`,
    beforeCommand: (hook) => void (portal.beforeCommand = hook),
    stop: server.close,
  }
}
