import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { readMappings } from './read-mappings'

/** Outside of `node_modules`, which is how packages are told from the rest. */
const FOLDER = join(tmpdir(), 'order-binder-bench')
const ASSETS = join(FOLDER, 'assets')
/** Less than this is summed up, in kB. */
const SMALLEST = 0.2

interface Part {
  name: string
  kilobytes: number
}

let built: Promise<unknown> | undefined
const buildMapped = () =>
  (built ??= build({ logLevel: 'warn', build: { outDir: FOLDER, sourcemap: true, emptyOutDir: true } }))

function withImports(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known
  known.add(file)
  const imports = readFileSync(join(ASSETS, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)
  for (const [, name] of imports) if (name) withImports(name, known)
  return known
}

/** The package, or the folder of ours, that a source belongs to. */
function dependencyOf(source: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]
  const own = /\/src\/(\w+)/.exec(source)?.[1]
  return inPackage ?? (own ? `src/${own}` : 'texts and what has no source')
}

/** What of a page's scripts comes from where. Each part is compressed by itself, and all are scaled to the true sum. */
export async function readBytesByDependency(page: string): Promise<Part[]> {
  await buildMapped()
  const entries = readdirSync(ASSETS).filter((file) => new RegExp(`^(?:index|start-app|${page})-.*\\.js$`).test(file))
  const texts = new Map<string, string>()
  let total = 0
  for (const file of new Set(entries.flatMap((entry) => [...withImports(entry)]))) {
    const code = readFileSync(join(ASSETS, file), 'utf8')
    total += brotliCompressSync(code).length / 1000
    const map = join(ASSETS, `${file}.map`)
    // The bundler's own runtime has no sources.
    if (!existsSync(map)) continue
    for (const { source, text } of readMappings(code, readFileSync(map, 'utf8'))) {
      const name = dependencyOf(source)
      texts.set(name, (texts.get(name) ?? '') + text)
    }
  }
  return toParts(texts, total)
}

function toParts(texts: ReadonlyMap<string, string>, total: number): Part[] {
  const sizes = [...texts].map(([name, text]): Part => ({ name, kilobytes: brotliCompressSync(text).length / 1000 }))
  const scale = total / sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0)
  const scaled = sizes.map(({ name, kilobytes }) => ({ name, kilobytes: kilobytes * scale }))
  const shown = scaled
    .filter(({ kilobytes }) => kilobytes >= SMALLEST)
    .sort((one, other) => other.kilobytes - one.kilobytes)
  const rest = total - shown.reduce((sum, { kilobytes }) => sum + kilobytes, 0)
  return [...shown, { name: 'others', kilobytes: rest }, { name: 'together', kilobytes: total }]
}
