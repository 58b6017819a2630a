import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** Bytes of each script and style of a built folder as brotli sends them, by its path in an address. */
export function readWireSizes(folder: string): ReadonlyMap<string, number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:js|css)$/.test(file))
  return new Map(files.map((file) => [`/${file}`, brotliCompressSync(readFileSync(join(folder, file))).length]))
}
