import type { Certificate } from '@emulator/http/certificate'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import { isAbsolute, join } from 'node:path'
import { ensureCertificate } from '@emulator/http/certificate'
import { readScenario } from '@emulator/seed/scenarios'

/** What the command line and the environment say of the portal itself, whatever app is inside. */
export interface StartOptions {
  /** Address to listen on; loopback when absent. */
  host?: string
  settings: Partial<PortalSettings>
  certificate?: Certificate
}

const CERTIFICATE_FOLDER = join('node_modules', '.cache', 'local-portal')

/** `--profile` and `PORTAL_PROFILE` are older spellings of the same. */
const SCENARIO_OPTION = /^--(?:scenario|profile)(?:=|$)/

function readScenarioNames(args: readonly string[]): string | undefined {
  const place = args.findIndex((arg) => SCENARIO_OPTION.test(arg))
  if (place === -1) return undefined
  const [, joined] = (args[place] ?? '').split('=')
  return joined ?? args[place + 1] ?? ''
}

/** The arguments without those that this module reads, for whoever reads the rest. */
export function withoutStartOptions(args: readonly string[]): string[] {
  return args.filter((arg, index) => {
    const isValue = ['--scenario', '--profile'].includes(args[index - 1] ?? '')
    return arg !== '--https' && !SCENARIO_OPTION.test(arg) && !isValue
  })
}

/**
 * Reads `--https` and `--scenario <names>` of the command line, `HOST`, `PORTAL_SCENARIO` and `PORTAL_CERTIFICATE` (a folder)
 * of the environment. Throws one plain sentence for an unknown scenario.
 */
export async function readStartOptions(args: readonly string[], env: NodeJS.ProcessEnv): Promise<StartOptions> {
  const names = readScenarioNames(args) ?? env.PORTAL_SCENARIO ?? env.PORTAL_PROFILE
  const folder = env.PORTAL_CERTIFICATE ?? CERTIFICATE_FOLDER
  const certificate = args.includes('--https')
    ? await ensureCertificate(isAbsolute(folder) ? folder : join(process.cwd(), folder))
    : undefined
  return {
    settings: names === undefined || names === '' ? {} : readScenario(names),
    ...(env.HOST ? { host: env.HOST } : {}),
    ...(certificate ? { certificate } : {}),
  }
}
