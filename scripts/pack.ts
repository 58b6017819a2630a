/** Builds the app and writes it as a ZIP that a portal takes as a static local application. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
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
  return pages.filter((path) => /(?:src|href)="(?:\/|https?:)|url\((?:["']?)(?:\/|https?:)/.test(readFileSync(path, 'utf8')))
}

/** Writes the ZIP and gives its name. @throws Error when a page is not self-contained. */
export async function pack(): Promise<string> {
  await build({ logLevel: 'warn' })
  const files = filesBelow('dist')
  const wrong = findAbsoluteAddresses(files)
  if (wrong.length > 0) throw new Error(`Not self-contained, absolute addresses in: ${wrong.join(', ')}`)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const entries = files.map((path) => [relative('dist', path).split(sep).join('/'), readFileSync(path)] as const)
  const name = `order-binder-${version}.zip`
  writeFileSync(name, zipSync(Object.fromEntries(entries), { level: 9, mtime: DATE }))
  return name
}

const name = await pack()
console.log(`${name} (${Math.round(statSync(name).size / 1024)} kB)`)
