import type { Plugin } from 'vite'

/** A file that the app never runs: how it ends, and what stands in its place. */
interface LeftOut {
  /** The end of its path. */
  path: string
  /** A line of it that says what it gives: the replacement has to give the same. */
  gives: string
  instead: string
}

interface LeaveOut {
  /** Name of the script that calls, for whoever reads the error. */
  script: string
  library: string
  files: LeftOut[]
}

/**
 * Puts something short in the place of files that the app never runs. A release in which one of them is gone or gives
 * something else stops the build rather than growing it unseen.
 */
export function leaveOut({ script, library, files }: LeaveOut): Plugin {
  const left = new Set<LeftOut>()
  const changed = (path: string) => new Error(`${library} has changed (${path}): see scripts/${script}.ts`)
  return {
    name: `order-binder:${script}`,
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const file = files.find(({ path }) => id.endsWith(path))
      if (!file) return null
      if (!code.includes(file.gives)) throw changed(file.path)
      left.add(file)
      return { code: file.instead, map: null }
    },
    buildEnd(error) {
      const missing = files.find((file) => !left.has(file))
      if (!error && missing) throw changed(missing.path)
    },
  }
}
