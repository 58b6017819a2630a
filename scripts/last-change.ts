import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When the youngest of these files was changed, in milliseconds; folders count with all that is in them, 0 without any. */
export function lastChange(paths: readonly string[]): number {
  const files = paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found?.isDirectory()) return found ? [found] : []
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(path, name)))
  })
  return Math.max(0, ...files.map(({ mtimeMs }) => mtimeMs))
}
