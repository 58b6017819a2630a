/** Builds the package `b24-local-portal` from emulator/ into emulator/dist: npm runs it before it packs. */
import type { Plugin } from 'esbuild'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateDtsBundle } from 'dts-bundle-generator'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = join(ROOT, 'emulator')
const OUTPUT = join(SOURCES, 'dist')
const TSCONFIG = join(ROOT, 'tsconfig.base.json')

/** The package brings the pages' assets along and has no esbuild to compile them with. */
const builtAssets: Plugin = {
  name: 'local-portal:built-assets',
  setup({ onResolve }) {
    onResolve({ filter: /\/compile-asset$/ }, () => ({ path: join(SOURCES, 'http', 'read-asset.ts') }))
  },
}

async function buildPrograms(): Promise<void> {
  await build({
    entryPoints: { index: join(SOURCES, 'start-portal.ts'), main: join(SOURCES, 'main.ts') },
    outdir: OUTPUT,
    bundle: true,
    // Both programs are thin: what they share is there once.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: TSCONFIG,
    plugins: [builtAssets],
    logLevel: 'warning',
  })
}

async function buildAssets(): Promise<void> {
  await build({
    entryPoints: { parent: join(SOURCES, 'parent/main.ts'), portal: join(SOURCES, 'parent/styles/portal.css') },
    outdir: join(OUTPUT, 'assets'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: TSCONFIG,
    logLevel: 'warning',
  })
}

/** One file with every type that the entry names. @throws Error when one of them would need another package */
function buildTypes(): void {
  const [types = ''] = generateDtsBundle(
    [{ filePath: join(SOURCES, 'start-portal.ts'), output: { exportReferencedTypes: false, noBanner: true } }],
    { preferredConfigPath: join(SOURCES, 'tsconfig.node.json') },
  )
  const needed = /^(?:import|export) [^\n]* from .*|import\(.*|<reference .*/m.exec(types)
  if (needed) throw new Error(`The types of the package are not self-contained: ${needed[0]}`)
  writeFileSync(join(OUTPUT, 'index.d.ts'), types)
}

rmSync(OUTPUT, { recursive: true, force: true })
mkdirSync(OUTPUT)
await Promise.all([buildPrograms(), buildAssets()])
buildTypes()
