import type { Plugin } from 'vite'

const DICTIONARY = /b24ui-nuxt\/dist\/runtime\/dictionary\/icons\.js$/
const ALL_ICONS = /export default \{([^{}]*)\};?\s*$/
const ENTRY = /^(\w+)(?:: (\w+))?$/
const IMPORT = /import icons from (["'][./]+dictionary\/icons(?:\.js)?["'])/

/** `{ close: CrossMIcon, CursorIcon }` as exports; nothing where an entry is anything else. */
function toExports(entries: string): string | undefined {
  const names = entries
    .replaceAll(/\/\/.*$/gm, '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => ENTRY.exec(entry))
  if (names.length === 0 || names.includes(null)) return undefined
  return `export { ${names.map((name) => `${name?.[2] ?? name?.[1]} as ${name?.[1]}`).join(', ')} };`
}

/**
 * The kit's components take their icons out of one object that holds all of them. As exports of a module, those that
 * nobody asks for are left out. A release of the kit that does it otherwise stops the build rather than growing it unseen.
 */
export function trimIcons(): Plugin {
  let isTrimmed = false
  const changed = () => new Error("The kit's list of icons has changed: see scripts/trim-icons.ts")
  return {
    name: 'order-binder:trim-icons',
    apply: 'build',
    // Before Vue compiles the components: it looks into a module, but not into an object that a module exports.
    enforce: 'pre',
    transform(code, id) {
      if (IMPORT.test(code)) return { code: code.replace(IMPORT, 'import * as icons from $1'), map: null }
      if (!DICTIONARY.test(id)) return null
      const [all = '', entries = ''] = ALL_ICONS.exec(code) ?? []
      const exports = toExports(entries)
      if (exports === undefined) throw changed()
      isTrimmed = true
      return { code: code.replace(all, exports), map: null }
    },
    buildEnd(error) {
      if (!error && !isTrimmed) throw changed()
    },
  }
}
