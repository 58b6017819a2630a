/** Builds the app and writes it as a ZIP that a portal takes as a static local application. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { zipSync } from 'fflate'
import { build } from 'vite'

/** Fixed, so that the same sources give the same archive. */
const DATE = new Date('2026-01-01T00:00:00')

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort()
}

/** Addresses in the pages and styles must be relative: the archive is served from a sub-path of a CDN. */
function findAbsoluteAddresses(files: string[]): string[] {
  const pages = files.filter((path) => /\.(html|css)$/.test(path))
  return pages.filter((path) =>
    /(?:src|href)="(?:\/|https?:)|url\((?:["']?)(?:\/|https?:)/.test(readFileSync(path, 'utf8')),
  )
}

/** Builds into a folder of its own, so that a portal that shows `dist/` at this moment is not disturbed. */
async function buildInto(folder: string): Promise<Record<string, Uint8Array>> {
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
  const files = filesBelow(folder)
  const wrong = findAbsoluteAddresses(files)
  if (wrong.length > 0) throw new Error(`Not self-contained, absolute addresses in: ${wrong.join(', ')}`)
  return Object.fromEntries(files.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]))
}

/** Writes the ZIP and gives its name. @throws Error when a page is not self-contained. */
async function pack(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'order-binder-pack-'))
  const entries = await buildInto(folder).finally(() => rmSync(folder, { recursive: true, force: true }))
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const name = `order-binder-${version}.zip`
  writeFileSync(name, zipSync(entries, { level: 9, mtime: DATE }))
  return name
}

const name = await pack()
console.log(`${name} (${Math.round(statSync(name).size / 1024)} kB)`)
