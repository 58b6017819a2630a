/**
 * Which paths `openPath` opens: `listed` as portals have done for years, `any` as the newest do. Both unconfirmed:
 * FACTS.md.
 */
export type PathRule = 'listed' | 'any'

interface SliderPath {
  /** The path with its query, free of `/../`. */
  path: string
  /** Pixels; absent for the full width. */
  width?: number
}

const LISTED_PATHS =
  /^\/(?:crm\/(?:deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//
/** SDKs put such a prefix and as many `/..` before the wanted path: it passes the list and picks the panel's width. */
const PANEL_WIDTHS: [prefix: RegExp, width: number][] = [
  [/^\/company\/personal\/user\/\d+\/groups\/create\//, 1200],
  [/^\/crm\/company\/requisite\/\d+\//, 950],
  [/^\/workgroups\/group\/\d+\/card\//, 900],
]

/** Gives what to open for a path that an app asked for; nothing where the portal refuses it. */
export function resolvePath(requested: unknown, origin: string, rule: PathRule): SliderPath | undefined {
  if (typeof requested !== 'string' || !requested.startsWith('/')) return undefined
  if (rule === 'listed' && !LISTED_PATHS.test(requested)) return undefined
  if (!URL.canParse(requested, origin)) return undefined
  const url = new URL(requested, origin)
  if (url.origin !== origin) return undefined
  const width = PANEL_WIDTHS.find(([prefix]) => prefix.test(requested))?.[1]
  return { path: `${url.pathname}${url.search}`, ...(width && { width }) }
}
