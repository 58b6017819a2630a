import type { Certificate } from '@emulator/http/certificate'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import { isAbsolute, join } from 'node:path'
import { keepCertificate } from '@emulator/http/certificate'
import { readScenario } from '@emulator/seed/scenarios'

/** What the command line and the environment say of the portal itself, whatever app is inside. */
export interface StartOptions {
  /** Address to listen on; loopback when absent. */
  host?: string
  settings: Partial<PortalSettings>
  certificate?: Certificate
}

const CERTIFICATE_FOLDER = join('node_modules', '.cache', 'local-portal')

function readProfile(args: readonly string[]): string | undefined {
  const place = args.findIndex((arg) => arg === '--profile' || arg.startsWith('--profile='))
  if (place === -1) return undefined
  const [, joined] = (args[place] ?? '').split('=')
  return joined ?? args[place + 1] ?? ''
}

/** The arguments without those that this module reads, for whoever reads the rest. */
export function withoutStartOptions(args: readonly string[]): string[] {
  return args.filter(
    (arg, index) => arg !== '--https' && !arg.startsWith('--profile') && args[index - 1] !== '--profile',
  )
}

/**
 * Reads `--https` and `--profile <names>` of the command line, `HOST`, `PORTAL_PROFILE` and `PORTAL_CERTIFICATE` (a folder)
 * of the environment. Throws one plain sentence for an unknown profile.
 */
export async function readStartOptions(args: readonly string[], env: NodeJS.ProcessEnv): Promise<StartOptions> {
  const profile = readProfile(args) ?? env.PORTAL_PROFILE
  const folder = env.PORTAL_CERTIFICATE ?? CERTIFICATE_FOLDER
  const certificate = args.includes('--https')
    ? await keepCertificate(isAbsolute(folder) ? folder : join(process.cwd(), folder))
    : undefined
  return {
    settings: profile === undefined || profile === '' ? {} : readScenario(profile),
    ...(env.HOST ? { host: env.HOST } : {}),
    ...(certificate ? { certificate } : {}),
  }
}
