import type { Plugin } from 'vite'

const NAMESPACE_IMPORT = "import * as Vue from 'vue';"
const NAMESPACE_LOOKUP =
  /if \(key in Vue\) \{\s*return Vue\[key\];\s*\}\s*else \{\s*return Vue\.getCurrentInstance\(\);\s*\}/

/**
 * vue-i18n looks up one function of Vue by name in the whole of it, which keeps all of Vue in the bundle. This names the
 * function instead. A release that does it otherwise stops the build rather than growing it unseen.
 */
export function trimVueI18n(): Plugin {
  return {
    name: 'order-binder:trim-vue-i18n',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('vue-i18n.runtime.mjs')) return null
      if (!code.includes(NAMESPACE_IMPORT) || !NAMESPACE_LOOKUP.test(code))
        throw new Error('vue-i18n has changed: see scripts/trim-vue-i18n.ts')
      const named = code.replace(NAMESPACE_IMPORT, "import { getCurrentInstance as readInstance } from 'vue';")
      return { code: named.replace(NAMESPACE_LOOKUP, 'return readInstance();'), map: null }
    },
  }
}
