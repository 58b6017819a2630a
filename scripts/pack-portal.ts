import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { lastChange } from './last-change'

/** What the package is made of. */
const SOURCES = ['emulator', 'contract', 'scripts', 'package.json', 'package-lock.json']

/** Where `npm run pack:portal` leaves the package. */
export function portalPackage(): string {
  const { version } = JSON.parse(readFileSync('emulator/package.json', 'utf8')) as { version: string }
  return resolve(`b24-local-portal-${version}.tgz`)
}

/** Packs `b24-local-portal` before the tests that install it, unless it is younger than its sources. */
export default function packPortal(): void {
  if (lastChange([portalPackage()]) > lastChange(SOURCES)) return
  console.log('The package of the local portal is missing or older than its sources: npm run pack:portal')
  execFileSync('npm', ['run', '--silent', 'pack:portal'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
