import type { Plugin } from 'vite'
import { trimFile } from './trim-file.ts'

const NAMESPACE_IMPORT = "import * as Vue from 'vue';"
const NAMESPACE_LOOKUP =
  /if \(key in Vue\) \{\s*return Vue\[key\];\s*\}\s*else \{\s*return Vue\.getCurrentInstance\(\);\s*\}/

/**
 * vue-i18n looks up one function of Vue by name in the whole of it, which keeps all of Vue in the bundle. This names the
 * function instead.
 */
export function trimVueI18n(): Plugin {
  return trimFile({
    script: 'trim-vue-i18n',
    library: 'vue-i18n',
    file: /vue-i18n\.runtime\.mjs$/,
    trim(code) {
      if (!code.includes(NAMESPACE_IMPORT) || !NAMESPACE_LOOKUP.test(code)) return undefined
      const named = code.replace(NAMESPACE_IMPORT, "import { getCurrentInstance as readInstance } from 'vue';")
      return named.replace(NAMESPACE_LOOKUP, 'return readInstance();')
    },
  })
}
