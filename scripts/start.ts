/** The app inside the local portal: `npm start` from the sources, `npm run preview` from the build. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { START_OPTIONS, readArguments, readPort } from '@emulator/cli/read-arguments'
import { readStartOptions } from '@emulator/cli/start-options'
import { startPortalServer } from '@emulator/server'
import { ORDER_BINDER, UNINSTALLED } from './order-binder-app'
import { startWithVite } from './start-with-vite'

const USAGE = `The app inside a local portal with sample data.

  npm start -- [--port 5173] [--https] [--scenario with-orders,deal+invoice] [--clock 2026-11-02T12:00:00Z] [--install]

  --install    the app is not installed yet: its installer opens first

Environment: PORT, HOST, PORTAL_SCENARIO, PORTAL_CERTIFICATE. emulator/README.md says what the scenarios are.`

const OPTIONS = { ...START_OPTIONS, built: { type: 'boolean' }, install: { type: 'boolean' } } as const

async function start(options: Parameters<typeof startWithVite>[0], isBuilt: boolean) {
  if (!isBuilt) return startWithVite(options)
  const path = resolve('dist')
  if (!existsSync(path)) throw new Error('There is no build yet: run "npm run build" first.')
  const server = await startPortalServer({ ...options, app: { kind: 'directory', path }, isSampleLive: true })
  return { ...server, ready: undefined }
}

async function run(): Promise<void> {
  const { values } = readArguments(process.argv.slice(2), OPTIONS, false)
  if (values.help) return console.log(USAGE)
  const own = await readStartOptions(values, process.env)
  const port = readPort(values.port ?? process.env.PORT)
  const registration = values.install ? UNINSTALLED : ORDER_BINDER
  const { url, appUrl, ready } = await start({ ...own, port, registration }, values.built === true)
  console.log(`
  Order Binder, inside a local portal with sample data.

  Portal  ${url}    <- open this one
  App     ${appUrl}    (what the portal shows in its frame)

  Ctrl+C stops it. Nothing is stored: every start begins anew.
`)
  await ready
}

run().catch((error: unknown) => {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
