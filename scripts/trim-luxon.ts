import type { Plugin } from 'vite'
import { fileURLToPath } from 'node:url'

const STUB = fileURLToPath(new URL('./luxon-stub.ts', import.meta.url))
const SDK = /@bitrix24\/b24jssdk\//
const IMPORT = "import { DateTime } from 'luxon';"
const STATIC_CALLS = new Set(['now', 'fromJSDate', 'fromISO', 'fromFormat'])
const CALLS = new Set(['toFormat', 'toSeconds'])

/** Whether a file of the SDK asks luxon for no more than the stub has. */
function isKnownUse(code: string): boolean {
  const statements = code.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const statics = [...statements.matchAll(/\bDateTime\b(?:\.(\w+))?/g)].map(([, name]) => name)
  const calls = [...statements.matchAll(/\b(?:dt|date|DateTime\.\w+\(\))\.(\w+)\(/g)].map(([, name]) => name)
  return (
    statements.includes(IMPORT) &&
    // The first is the import itself.
    statics.slice(1).every((name) => name !== undefined && STATIC_CALLS.has(name)) &&
    calls.every((name) => name !== undefined && (CALLS.has(name) || STATIC_CALLS.has(name)))
  )
}

/**
 * Puts a stub in the place of luxon, of which the SDK uses four functions. A release of the SDK that asks for more stops
 * the build.
 */
export function trimLuxon(): Plugin {
  let isSeen = false
  const changed = () => new Error("The SDK's use of luxon has changed: see scripts/trim-luxon.ts")
  return {
    name: 'order-binder:trim-luxon',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === 'luxon' ? STUB : null),
    transform(code, id) {
      if (!/from ["']luxon["']/.test(code)) return null
      if (!SDK.test(id) || !isKnownUse(code)) throw changed()
      isSeen = true
      return null
    },
    buildEnd(error) {
      if (!error && !isSeen) throw changed()
    },
  }
}
