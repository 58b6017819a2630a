import type { Plugin, Rolldown } from 'vite'

const HINT = '//# allFunctionsCalledOnLoad\n'

/** The files, by the names of the build, of which a first screen calls most. */
const FIRST_FILES = ['index', 'install', 'connect', 'shared', 'orders', 'MainPage', 'OrderTab', 'OwnerTab']

/** The lines that a source map tells of stand one lower now. */
function moveDown(map: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): void {
  if (map?.type !== 'asset') return
  const content = JSON.parse(String(map.source)) as { mappings: string }
  map.source = JSON.stringify({ ...content, mappings: `;${content.mappings}` })
}

/**
 * Has the first files compiled whole, beside the main thread, while they arrive. Function by function, when each is called, it would
 * hold up the first rows. Chrome and Edge from 136 on read this line, as the first of a file only; to others it is a comment.
 */
export function compileHint(): Plugin {
  return {
    name: 'order-binder:compile-hint',
    apply: 'build',
    generateBundle: {
      // Vite writes above what others have written before it.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        for (const name of FIRST_FILES) {
          const chunk = chunks.find((one) => one.name === name)
          if (!chunk) this.error(`The build has no ${name} to compile at once: see scripts/compile-hint.ts.`)
          chunk.code = HINT + chunk.code
          moveDown(bundle[`${chunk.fileName}.map`])
        }
      },
    },
  }
}
