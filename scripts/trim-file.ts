import type { Plugin } from 'vite'

interface Trim {
  /** Name of the script that calls, for whoever reads the error. */
  script: string
  /** What the trim is for, as the error names it. */
  library: string
  file: RegExp
  /** Gives the new text, or nothing when the file is not as expected. */
  trim: (code: string) => string | undefined
}

/**
 * Changes a file of a library on its way into the build. A release in which the file is another or gone stops the build
 * rather than growing it unseen.
 */
export function trimFile({ script, library, file, trim }: Trim): Plugin {
  const changed = () => new Error(`${library} has changed: see scripts/${script}.ts`)
  let isSeen = false
  return {
    name: `order-binder:${script}`,
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!file.test(id)) return null
      isSeen = true
      const trimmed = trim(code)
      if (trimmed === undefined) throw changed()
      return { code: trimmed, map: null }
    },
    buildEnd(error) {
      if (!error && !isSeen) throw changed()
    },
  }
}
