import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findNginx, NGINX_ADVICE } from './find-nginx'
import { lastChange } from './last-change'
import packPortal from './pack-portal'

/** What the build is made of. */
const SOURCES = [
  'src',
  'public',
  'scripts',
  'contract',
  'index.html',
  'install.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** Builds the app, packs it and the local portal before the tests, unless they are younger than their sources. */
export default function makeBuilds(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const changed = lastChange(SOURCES)
  for (const [output, script] of [
    ['dist/index.html', 'build'],
    [`order-binder-${version}.zip`, 'pack'],
  ] as const) {
    if (lastChange([output]) > changed) continue
    console.log(`${output} is missing or older than its sources: npm run ${script}`)
    execFileSync('npm', ['run', '--silent', script, ...(script === 'build' ? ['--', '--logLevel', 'warn'] : [])], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  packPortal()
  if (!findNginx()) console.log(NGINX_ADVICE)
}
