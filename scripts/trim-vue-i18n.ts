import type { Plugin } from 'vite'
import { fileURLToPath } from 'node:url'
import { normalizePath } from 'vite'
import { trimFile } from './trim-file.ts'

const COMPILER = fileURLToPath(new URL('./message-compiler.ts', import.meta.url))
const NAMESPACE_IMPORT = "import * as Vue from 'vue';"
const NAMESPACE_LOOKUP =
  /if \(key in Vue\) \{\s*return Vue\[key\];\s*\}\s*else \{\s*return Vue\.getCurrentInstance\(\);\s*\}/
const REGISTRATION = 'registerMessageCompiler(compile);'

/**
 * vue-i18n looks up one function of Vue by name in the whole of it, which keeps all of Vue in the bundle. This names the
 * function instead. Its compiler of messages knows a language of its own, or wants texts that are twice as long: a few lines do what the
 * app's texts need.
 */
export function trimVueI18n(): Plugin {
  return trimFile({
    script: 'trim-vue-i18n',
    library: 'vue-i18n',
    file: /vue-i18n\.mjs$/,
    trim(code) {
      const isKnown =
        [NAMESPACE_IMPORT, REGISTRATION].every((text) => code.includes(text)) && NAMESPACE_LOOKUP.test(code)
      if (!isKnown) return undefined
      const imports = [
        "import { getCurrentInstance as readInstance } from 'vue';",
        `import { compileMessage } from ${JSON.stringify(normalizePath(COMPILER))};`,
      ]
      return code
        .replace(NAMESPACE_IMPORT, imports.join('\n'))
        .replace(NAMESPACE_LOOKUP, 'return readInstance();')
        .replace(REGISTRATION, 'registerMessageCompiler(compileMessage);')
    },
  })
}
