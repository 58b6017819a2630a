import type { ASSETS } from './assets'
import { readFile } from 'node:fs/promises'

/** Gives a script or style of the portal's pages as the build has left it beside the program. */
export function loadAsset(name: keyof typeof ASSETS): Promise<Uint8Array> {
  return readFile(new URL(`./assets/${name}`, import.meta.url))
}
