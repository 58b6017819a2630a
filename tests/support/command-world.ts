import type { World } from '@cli/world'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '@cli/command'
import { connectHook } from '@cli/hook-transport'
import { instantClock } from './instant-clock'

/** What every text that the command writes is searched for. */
export const SECRET = 'adminsecret'

/** The command in a folder of its own, against a portal at this address; waiting takes no time. */
export function openCommand(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bind-'))
  const printed: string[] = []
  const told: string[] = []
  const listeners = new Set<() => void>()
  const clock = instantClock(Date.now())
  const world: World = {
    env: { WEBHOOK: `${url}/rest/1/${SECRET}/` },
    clock,
    ask: async () => undefined,
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    isTerminal: false,
    onInterrupt(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connect: connectHook,
  }
  const path = (name: string) => join(folder, name)
  return {
    folder,
    world,
    path,
    /** Milliseconds that the command has waited. */
    waited: () => clock.waits.reduce((sum, ms) => sum + ms, 0),
    printed: () => printed.join(''),
    told: () => told.join(''),
    interrupt: () => listeners.forEach((listener) => listener()),
    write: (name: string, text: string | Uint8Array) => writeFileSync(path(name), text),
    read: (name: string) => readFileSync(path(name), 'utf8'),
    files: () => readdirSync(folder).sort(),
    /** Names of files are those of the folder. */
    run: (args: readonly string[], changes: Partial<World> = {}) =>
      runCommand(
        args.map((arg) => (/\.(csv|jsonl)$/.test(arg) ? path(arg) : arg)),
        { ...world, ...changes },
      ),
    /** Everything that the command has written anywhere. */
    everything: () =>
      [...printed, ...told, ...readdirSync(folder).map((name) => readFileSync(path(name), 'utf8'))].join('\n'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export const WITH_WEBHOOK = ['--portal-env', 'WEBHOOK']

/** The fields of a file that the command has written, row by row, without its headings. */
export function rowsOf(csv: string): string[][] {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
  return lines.slice(1).map((line) => line.slice(1, -1).split('","'))
}
