import type { AppRegistration } from '@emulator/portal/app-registration'
import type { AppSource } from '@emulator/server'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readArguments, readPort, START_OPTIONS, UsageError } from './read-arguments'

/** What `b24-local-portal` was asked for. */
interface CommandLine {
  app: AppSource
  registration: AppRegistration
  port: number
  /** How the frame is opened: by GET for an app of static files, by POST otherwise. */
  opening: 'post' | 'get'
}

export const USAGE = `Shows any Bitrix24 frame app inside a local portal.

  b24-local-portal --app <address of its page | folder with index.html>
                   [--install <address of its installer>] [--scope crm,sale] [--title "My app"]
                   [--placement CRM_DEAL_DETAIL_TAB …] [--static] [--port 5173]
                   [--https] [--scenario with-orders,deal+invoice] [--clock 2026-11-02T12:00:00Z]

  --install    opens this page for administrators until it calls installFinish()
  --placement  one or more placements that show the app; without it, only the app's own page does
  --static     opens frames by GET, as for an app uploaded as a ZIP archive
  --https      with a certificate of its own, made at the first start
  --scenario   named states of the portal: deals-only, with-orders, deal, deal+invoice, deal+invoice+dynamic,
               none, enterprise, no-rest, large, empty
  --clock      the portal's clock stands at this moment, and the sample's dates count back from it

Environment: PORT, HOST (the address to listen on), PORTAL_SCENARIO, PORTAL_CERTIFICATE (a folder to keep it in).`

const OPTIONS = {
  ...START_OPTIONS,
  app: { type: 'string' },
  install: { type: 'string' },
  scope: { type: 'string' },
  title: { type: 'string' },
  placement: { type: 'string', multiple: true },
  static: { type: 'boolean' },
} as const

/** Parses the command line of `b24-local-portal`. @throws UsageError */
export function readPortalArguments(args: string[]) {
  return readArguments(args, OPTIONS, true)
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function readApp(where: string | undefined): AppSource {
  if (!where)
    throw new UsageError('Say which app to show: --app with the address of its page, or a folder with an index.html.')
  if (isAddress(where)) return { kind: 'address', handler: where }
  if (/^[a-z]+:\/\//i.test(where)) throw new UsageError(`--app is "${where}"; it must begin with http:// or https://.`)
  if (!existsSync(join(where, 'index.html'))) throw new UsageError(`There is no index.html in ${where}.`)
  return { kind: 'directory', path: resolve(where) }
}

/** A ZIP application's installer is the file `install.html` at its root. */
function readInstaller(given: string | undefined, app: AppSource): string | undefined {
  if (given === undefined)
    return app.kind === 'directory' && existsSync(join(app.path, 'install.html')) ? 'install.html' : undefined
  if (given === '' || !URL.canParse(given, 'http://localhost'))
    throw new UsageError(`--install is "${given}"; it must be an address.`)
  const { origin, pathname } = new URL(given, 'http://localhost')
  const isFile = app.kind === 'directory' && origin === 'http://localhost'
  if (isFile && !existsSync(join(app.path, pathname))) throw new UsageError(`There is no ${given} in ${app.path}.`)
  return given
}

const isPlacement = (text: string) => /^[A-Z][A-Z0-9_]*$/.test(text)

function readPlacements(given: string[]): string[] {
  const codes = given
    .flatMap((text) => text.split(','))
    .map((code) => code.trim())
    .filter((code) => code !== '')
  const wrong = codes.find((code) => !isPlacement(code))
  if (wrong !== undefined)
    throw new UsageError(`"${wrong}" is no placement: a code is in capitals, like CRM_DEAL_DETAIL_TAB.`)
  return [...new Set(codes)]
}

function readScopes(given: string | undefined): string[] | undefined {
  const scopes = given?.split(',').map((scope) => scope.trim())
  if (scopes?.some((scope) => !/^[a-z0-9_.]+$/.test(scope))) {
    throw new UsageError(`--scope is "${given}"; it must be names with commas between, like crm,sale,placement.`)
  }
  return scopes
}

/**
 * Reads the command line. Words in capitals without a name are more placements, any other is the app.
 * @throws UsageError
 */
export function readCommandLine(args: string[], environmentPort?: string): CommandLine {
  const { values, positionals } = readPortalArguments(args)
  const [bare, ...rest] = positionals.filter((text) => !isPlacement(text))
  const extra = values.app === undefined ? rest[0] : bare
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`)
  if (values.title === '') throw new UsageError('--title is empty; leave it out, or say what the app is called.')
  const app = readApp(values.app ?? bare)
  const installer = readInstaller(values.install, app)
  const scopes = readScopes(values.scope)
  return {
    app,
    port: readPort(values.port ?? environmentPort),
    opening: values.static ? 'get' : 'post',
    registration: {
      ...(values.title !== undefined && { title: values.title }),
      placements: readPlacements([...(values.placement ?? []), ...positionals.filter(isPlacement)]),
      ...(scopes && { scopes }),
      ...(installer && { installer }),
    },
  }
}
