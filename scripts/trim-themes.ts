import type { Plugin } from 'vite'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the kit generates of a component's looks: plain values, with types on some of them. */
const THEME = /bitrix24-ui-templates\/b24ui\/(?:button|input)\.ts$/
const TYPES = / as (?:const|typeof \w+\[number\])/g
const SOURCES = fileURLToPath(new URL('../src/', import.meta.url))

interface Theme {
  variants: { color: Record<string, unknown> }
  compoundVariants: { color?: string | string[] }[]
  defaultVariants: { color: string }
}

/** The colours of the kit's own look that the app's sources name. */
function readUsedColours(): Set<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:vue|ts)$/.test(file))
  return new Set(files.flatMap((file) => readFileSync(join(SOURCES, file), 'utf8').match(/\bair-[a-z\d-]+/g) ?? []))
}

/** Leaves colours out of a component's looks; nothing where these are not as expected. */
export function withoutColours(code: string, used: ReadonlySet<string>): string | undefined {
  const [, values] = code.replaceAll(TYPES, '').split('export default')
  if (values === undefined) return undefined
  const theme = JSON.parse(values) as Theme
  const isUsed = (colour: string) => used.has(colour) || colour === theme.defaultVariants.color
  const isAnyUsed = (colours: string | string[] = theme.defaultVariants.color) => [colours].flat().some(isUsed)
  const color = Object.fromEntries(Object.entries(theme.variants.color).filter(([colour]) => isUsed(colour)))
  const compoundVariants = theme.compoundVariants.filter((variant) => isAnyUsed(variant.color))
  return `export default ${JSON.stringify({ ...theme, variants: { ...theme.variants, color }, compoundVariants })}`
}

/** Leaves out of the kit's buttons and fields the colours that the app never asks for. */
export function trimThemes(): Plugin {
  const seen = new Set<string>()
  const changed = () => new Error("The kit's looks have changed: see scripts/trim-themes.ts")
  const used = readUsedColours()
  return {
    name: 'order-binder:trim-themes',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!THEME.test(id)) return null
      seen.add(id)
      const trimmed = withoutColours(code, used)
      if (trimmed === undefined) throw changed()
      return { code: trimmed, map: null }
    },
    buildEnd(error) {
      if (!error && seen.size !== 2) throw changed()
    },
  }
}
