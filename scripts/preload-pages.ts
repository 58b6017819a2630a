import type { Plugin, Rolldown } from 'vite'

/** The file, by the name of the build, that the first one imports while the portal answers. */
const LATER = 'start-app'

/** A file with those that it imports, directly or not. */
function withImports(file: string, bundle: Rolldown.OutputBundle, known = new Set<string>()): Set<string> {
  const chunk = bundle[file]
  if (known.has(file) || chunk?.type !== 'chunk') return known
  known.add(file)
  for (const imported of chunk.imports) withImports(imported, bundle, known)
  return known
}

/** Has the browser fetch the pages' code together with what asks the portal first: that one only runs before it. */
export function preloadPages(): Plugin {
  return {
    name: 'order-binder:preload-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, path }) {
        if (path !== '/index.html') return html
        const later = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === LATER)
        if (!later) throw new Error(`The build has no ${LATER} to fetch early: see scripts/preload-pages.ts.`)
        const files = [...withImports(later.fileName, bundle)].filter((file) => !html.includes(file))
        return files.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        }))
      },
    },
  }
}
