import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the build is made of. */
const SOURCES = [
  'src',
  'public',
  'scripts',
  'contract',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** When the youngest of these files was changed, in milliseconds; 0 without any. */
function lastChange(paths: string[]): number {
  const files = paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found?.isDirectory()) return found ? [found] : []
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(path, name)))
  })
  return Math.max(0, ...files.map(({ mtimeMs }) => mtimeMs))
}

/** Builds the app and packs the archive before the tests, unless they are younger than their sources. */
export default function makeBuilds(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const changed = lastChange(SOURCES)
  for (const [made, script] of [
    ['dist/index.html', 'build'],
    [`order-binder-${version}.zip`, 'pack'],
  ] as const) {
    if (lastChange([made]) > changed) continue
    console.log(`${made} is missing or older than its sources: npm run ${script}`)
    execFileSync('npm', ['run', '--silent', script, ...(script === 'build' ? ['--', '--logLevel', 'warn'] : [])], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
}
