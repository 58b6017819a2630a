import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { portalPackage } from '@scripts/pack-portal'

/** Installs the packed local portal into an empty folder, without network, and gives the folder. */
export function installPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-portal-'))
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', portalPackage()], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return folder
}

/** A portal that its command has started. */
export interface StartedCommand {
  /** `http://localhost:<port>` */
  url: string
  /** Everything that it has printed. */
  output: string
  stop(): Promise<void>
}

/** Runs the installed command as `npx` does, and waits until it says where the portal is. */
export function startCommand(folder: string, args: string[]): Promise<StartedCommand> {
  const command = join(folder, 'node_modules', '.bin', 'b24-local-portal')
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill()
    return ended
  }
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (part: Buffer) => {
      output += part
      const url = /Portal {2}(http:\/\/localhost:\d+)/.exec(output)?.[1]
      if (url && output.includes('Ctrl+C')) resolve({ url, output, stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('exit', () => reject(new Error(output)))
  })
}
