/** The local portal with any app inside: `tsx emulator/main.ts <folder with index.html | address of the app's page>`. */
import type { AppSource } from '@emulator/server'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startPortalServer } from '@emulator/server'

const DEFAULT_PORT = 5173

function readApp(where: string | undefined): AppSource {
  if (!where) throw new Error('Say which app to show: a folder with an index.html, or the address of its page.')
  if (/^https?:\/\//.test(where)) return { kind: 'address', handler: where }
  if (!existsSync(join(where, 'index.html'))) throw new Error(`There is no index.html in ${where}.`)
  return { kind: 'directory', path: resolve(where) }
}

function readPort(): number {
  const port = Number(process.env.PORT ?? DEFAULT_PORT)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT is "${process.env.PORT}"; it must be a number from 0 to 65535.`)
}

try {
  const { url, appUrl } = await startPortalServer({ port: readPort(), app: readApp(process.argv[2]) })
  console.log(`Portal  ${url}\nApp     ${appUrl}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
