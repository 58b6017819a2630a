import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'dist/assets'
const built = readdirSync(FOLDER)

/** The built file of a module; its name ends in a hash. */
function findBuilt(name: string): string {
  const found = built.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))
  if (!found) throw new Error(`The build has no ${name}: run "npm run build" first.`)
  return found
}

/** A script with all scripts that it imports, directly or not. */
function withImports(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known
  known.add(file)
  const imports = readFileSync(join(FOLDER, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)
  for (const [, name] of imports) if (name) withImports(name, known)
  return known
}

/** Every script that a page needs before it can be used, in English. */
function scriptsOf(page: string): string[] {
  const files = [...withImports(findBuilt('index')), ...withImports(findBuilt(page))]
  return [...new Set(files)].map((file) => join(FOLDER, file))
}

/** Bytes over the wire (brotli), by page. The limits are what they are today: they may be lowered. */
export default [
  { name: 'order tab, scripts', path: scriptsOf('OrderTab'), limit: '152 kB' },
  { name: 'owner tab, scripts', path: scriptsOf('OwnerTab'), limit: '158 kB' },
  { name: 'app page, scripts', path: scriptsOf('MainPage'), limit: '157 kB' },
  { name: 'styles', path: 'dist/assets/*.css', limit: '23.8 kB' },
  { name: 'everything', path: 'dist/**/*', limit: '196 kB' },
]
