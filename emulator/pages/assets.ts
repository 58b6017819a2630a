import type { PageAnswer } from './answer-page'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const SOURCES: Record<string, { entry: string; type: string }> = {
  'parent.js': { entry: '../parent/main.ts', type: 'text/javascript; charset=utf-8' },
  'portal.css': { entry: '../parent/styles/portal.css', type: 'text/css; charset=utf-8' },
}
const built = new Map<string, Promise<PageAnswer>>()

/** Gives a script or style of the portal's pages, bundled at the first request and kept; nothing for unknown names. */
export function buildAsset(name: string): Promise<PageAnswer> | undefined {
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined
  if (!source) return undefined
  const known = built.get(name)
  if (known) return known
  const answer = bundle(source)
  built.set(name, answer)
  // A failed build is not kept: the next request tries again.
  answer.catch(() => built.delete(name))
  return answer
}

async function bundle({ entry, type }: { entry: string; type: string }): Promise<PageAnswer> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
  const [file] = outputFiles
  return { status: 200, headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' }, body: file?.contents ?? '' }
}
