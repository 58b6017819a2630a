import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { ASSETS } from './assets'

const compiled = new Map<string, Promise<Uint8Array>>()

/**
 * Gives a script or style of the portal's pages from its sources, bundled at the first request and kept. The package has
 * them bundled already: scripts/build-portal.ts puts `read-asset.ts` in the place of this file.
 */
export function loadAsset(name: keyof typeof ASSETS): Promise<Uint8Array> {
  const known = compiled.get(name)
  if (known) return known
  const bundled = bundle(ASSETS[name].source)
  compiled.set(name, bundled)
  // A failed build is not kept: the next request tries again.
  bundled.catch(() => compiled.delete(name))
  return bundled
}

async function bundle(source: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(source, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}
