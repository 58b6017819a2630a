/** The app inside the local portal: `npm start` from the sources, `npm run preview` from the build. */
import type { StartOptions } from '@emulator/cli/start-options'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readStartOptions } from '@emulator/cli/start-options'
import { startPortalServer } from '@emulator/server'
import { ORDER_BINDER } from './order-binder-app'
import { startWithVite } from './start-with-vite'

const DEFAULT_PORT = 5173

function readPort(): number {
  const port = Number(process.env.PORT ?? DEFAULT_PORT)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT is "${process.env.PORT}"; it must be a number from 0 to 65535.`)
}

async function start(options: StartOptions & { port: number }, isBuilt: boolean) {
  if (!isBuilt) return startWithVite(options)
  const path = resolve('dist')
  if (!existsSync(path)) throw new Error('There is no build yet: run "npm run build" first.')
  return startPortalServer({ ...options, app: { kind: 'directory', path }, registration: ORDER_BINDER })
}

try {
  const args = process.argv.slice(2)
  const own = await readStartOptions(args, process.env)
  const { url, appUrl } = await start({ ...own, port: readPort() }, args.includes('--built'))
  console.log(`
  Order Binder, inside a local portal with sample data.

  Portal  ${url}    <- open this one
  App     ${appUrl}    (what the portal shows in its frame)

  Ctrl+C stops it. Nothing is stored: every start begins anew.
`)
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
