import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, sep } from 'node:path'
import ts from 'typescript'

/** Files by what they import, types included: lint sees the cycles of values only. */
type ImportGraph = Map<string, string[]>

const ALIASES: Record<string, string> = { '@contract/': 'contract/', '@emulator/': 'emulator/', '@/': 'src/' }
const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((path) => /\.(ts|vue)$/.test(path) && !path.includes('/node_modules/') && !path.includes('/dist/'))
}

function resolve(from: string, specifier: string): string | undefined {
  const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix))
  const path = alias
    ? specifier.replace(alias, ALIASES[alias] ?? '')
    : specifier.startsWith('.') && posix.join(dirname(from), specifier)
  return path ? [path, `${path}.ts`].find((file) => /\.\w+$/.test(file) && existsSync(file)) : undefined
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const script = file.endsWith('.vue') ? (SCRIPT.exec(text)?.[1] ?? '') : text
  return ts.preProcessFile(script).importedFiles.flatMap(({ fileName }) => resolve(file, fileName) ?? [])
}

/** Reads who imports whom below the given folders. */
export function readImports(folders: readonly string[]): ImportGraph {
  return new Map(folders.flatMap(filesBelow).map((file) => [file, importsOf(file)]))
}

/** Finds the import cycles, each once, from its first file to that file again. */
export function findImportCycles(graph: ImportGraph): string[][] {
  const cycles: string[][] = []
  const done = new Set<string>()
  function walk(file: string, path: string[]): void {
    const place = path.indexOf(file)
    if (place !== -1) cycles.push([...path.slice(place), file])
    if (place !== -1 || done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return cycles
}
