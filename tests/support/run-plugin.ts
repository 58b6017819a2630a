import type { Plugin } from 'vite'

/** Gives a file to a plugin as a build does: the new text, or nothing where the plugin leaves it alone. */
export function transform({ transform: run }: Plugin, code: string, id: string): string | undefined {
  const result: unknown = typeof run === 'function' ? Reflect.apply(run, {}, [code, id]) : undefined
  const isChanged = typeof result === 'object' && result !== null && 'code' in result
  return isChanged ? String(result.code) : undefined
}

/** Ends a build that went well. */
export function endBuild({ buildEnd: end }: Plugin): void {
  if (typeof end === 'function') Reflect.apply(end, {}, [])
}
