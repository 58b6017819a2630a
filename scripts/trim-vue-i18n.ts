import type { Plugin } from 'vite'

const WHOLE_VUE = "import * as Vue from 'vue';"
const READS = /if \(key in Vue\) \{\s*return Vue\[key\];\s*\}\s*else \{\s*return Vue\.getCurrentInstance\(\);\s*\}/

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
      if (!code.includes(WHOLE_VUE) || !READS.test(code))
        throw new Error('vue-i18n has changed: see scripts/trim-vue-i18n.ts')
      const named = code.replace(WHOLE_VUE, "import { getCurrentInstance as readInstance } from 'vue';")
      return { code: named.replace(READS, 'return readInstance();'), map: null }
    },
  }
}
