/** Scripts and styles of the portal's pages, by name: where they come from, seen from this folder, and what they are. */
export const ASSETS = {
  'parent.js': { source: '../parent/main.ts', type: 'text/javascript; charset=utf-8' },
  'portal.css': { source: '../parent/styles/portal.css', type: 'text/css; charset=utf-8' },
} as const

/** Says whether the portal's pages have a script or style of this name. */
export function isAsset(name: string): name is keyof typeof ASSETS {
  return Object.hasOwn(ASSETS, name)
}
