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

const styles = built.filter((file) => file.endsWith('.css')).map((file) => join(FOLDER, file))

/** Everything that a page needs before it can be used, in English: scripts and styles. */
function neededBy(page: string): string[] {
  const scripts = ['index', 'start-app', page].flatMap((name) => [...withImports(findBuilt(name))])
  return [...new Set(scripts)].map((file) => join(FOLDER, file)).concat(styles)
}

/** Bytes over the wire (brotli), by page. The limits are what they are today: they may be lowered. */
export default [
  { name: 'order tab, scripts and styles', path: neededBy('OrderTab'), limit: '143.3 kB' },
  { name: 'owner tab, scripts and styles', path: neededBy('OwnerTab'), limit: '143.7 kB' },
  { name: 'app page, scripts and styles', path: neededBy('MainPage'), limit: '150 kB' },
  { name: 'of these, styles', path: styles, limit: '12.6 kB' },
  { name: 'everything', path: 'dist/**/*', limit: '327.2 kB' },
]
