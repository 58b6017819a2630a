import type { Rolldown } from 'vite'
import { fileURLToPath } from 'node:url'
import { normalizePath } from 'vite'

type ModuleGraph = Parameters<Extract<Rolldown.CodeSplittingGroup['name'], (...args: never) => unknown>>[1]

/** Of what the first screens import, only components of the kit that none of them shows need this. */
const NOT_NEEDED = /\/node_modules\/@tanstack\//

/** Adds a module with all that it imports, directly or not: what must be there before it can run. */
function addWithImports(id: string, graph: ModuleGraph, known: Set<string>): Set<string> {
  if (known.has(id) || NOT_NEEDED.test(id)) return known
  known.add(id)
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) addWithImports(imported, graph, known)
  return known
}

/** Makes a group of those modules that one of these files cannot run without, and others use too. */
export function neededBy(name: string, files: readonly string[], priority: number): Rolldown.CodeSplittingGroup {
  const ids = files.map((file) => normalizePath(fileURLToPath(new URL(`../src/${file}`, import.meta.url))))
  // The graph is whole when the first module is asked about, and each build asks anew.
  const needs = new WeakMap<ModuleGraph, Set<string>>()
  return {
    priority,
    minShareCount: 2,
    name(id, graph) {
      const known = needs.get(graph) ?? ids.reduce((set, entry) => addWithImports(entry, graph, set), new Set<string>())
      needs.set(graph, known)
      return known.has(id) ? name : null
    },
  }
}
