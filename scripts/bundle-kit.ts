import type { Plugin, Rolldown } from 'vite'
import vue from '@vitejs/plugin-vue'
import { trimIcons } from './trim-icons.ts'

const KIT = '@bitrix24/b24ui-nuxt'

/** The text of a library's source map is longer than the library, and the dev server sends it along. */
const withoutMaps: Rolldown.Plugin = {
  name: 'order-binder:without-maps',
  generateBundle(_, bundle) {
    for (const file of Object.keys(bundle)) if (file.endsWith('.map')) delete bundle[file]
  },
}

/**
 * Lets the dev server bundle the kit's components ahead, as it does with other libraries: what they import comes in the same files, and
 * only as much as they use of it. The kit asks to be left out because its own plugins have to see it: so they do here.
 */
export function bundleKit(kit: readonly Plugin[]): Plugin {
  const { transform, ...icons } = trimIcons()
  const own = kit.filter(({ name }) => name.startsWith('bitrix24:'))
  return {
    name: 'order-binder:bundle-kit',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    enforce: 'post',
    config(config) {
      const { exclude = [], ...rest } = config.optimizeDeps ?? {}
      config.optimizeDeps = { ...rest, exclude: exclude.filter((library) => library !== KIT) }
      return {
        optimizeDeps: {
          extensions: ['.vue'],
          rolldownOptions: {
            plugins: [
              withoutMaps,
              { name: icons.name, transform },
              ...own,
              vue({ include: /\/node_modules\/.*\.vue$/ }),
            ],
          },
        },
      }
    },
  }
}
