/** Builds the app and writes it as a ZIP that a portal takes as a static local application: `npm run pack`. */
import type { PackedFiles } from './packed-app'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { build } from 'vite'
import { findPackFaults, toZip } from './packed-app'

function readFiles(folder: string): PackedFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  const files = paths.filter((path) => statSync(path).isFile())
  return Object.fromEntries(files.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]))
}

/** Builds into a folder of its own, so that a portal that shows `dist/` at this moment is not disturbed. */
async function buildFiles(): Promise<PackedFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'order-binder-pack-'))
  try {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
    return readFiles(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds twice, in two folders: what depends on place or moment shows itself. */
async function pack(): Promise<Uint8Array> {
  const files = await buildFiles()
  const faults = findPackFaults(files, [process.cwd(), homedir(), tmpdir()])
  if (faults.length > 0) throw new Error(`Not packed:\n  ${faults.join('\n  ')}`)
  const archive = toZip(files)
  const isSame = Buffer.compare(archive, toZip(await buildFiles())) === 0
  if (!isSame) throw new Error('Not packed: a second build gives another archive.')
  return archive
}

try {
  const archive = await pack()
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const name = `order-binder-${version}.zip`
  writeFileSync(name, archive)
  const sum = createHash('sha256').update(archive).digest('hex')
  console.log(`${name}: ${Math.round(archive.length / 1024)} kB, SHA-256 ${sum}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
