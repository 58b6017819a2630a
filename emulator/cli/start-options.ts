import type { Certificate } from '@emulator/http/certificate'
import type { ClockChange } from '@emulator/portal/clock'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import { isAbsolute, join } from 'node:path'
import { ensureCertificate } from '@emulator/http/certificate'
import { readScenario } from '@emulator/seed/scenarios'
import { readClockMoment } from './read-arguments'

/** What the command line and the environment say of the portal itself, whatever app is inside. */
export interface StartOptions {
  /** Address to listen on; loopback when absent. */
  host?: string
  settings: Partial<PortalSettings>
  certificate?: Certificate
  /** The clock of the start, which stands still; the real one when absent. */
  clock?: ClockChange
}

const CERTIFICATE_FOLDER = join('node_modules', '.cache', 'local-portal')

/** What was parsed of a command line; `profile` and `PORTAL_PROFILE` are older spellings of the same. */
interface StartArguments {
  https?: boolean
  scenario?: string
  clock?: string
  profile?: string
}

/**
 * Reads `--https`, `--scenario <names>` and `--clock <moment>` of the command line, `HOST`, `PORTAL_SCENARIO` and `PORTAL_CERTIFICATE` (a folder)
 * of the environment. Throws one plain sentence for an unknown scenario and a clock that is no moment.
 */
export async function readStartOptions(given: StartArguments, env: NodeJS.ProcessEnv): Promise<StartOptions> {
  const names = given.scenario ?? given.profile ?? env.PORTAL_SCENARIO ?? env.PORTAL_PROFILE
  const folder = env.PORTAL_CERTIFICATE ?? CERTIFICATE_FOLDER
  const certificate = given.https
    ? await ensureCertificate(isAbsolute(folder) ? folder : join(process.cwd(), folder))
    : undefined
  const clock = given.clock === undefined ? undefined : { now: readClockMoment(given.clock), hold: true }
  return {
    settings: names === undefined || names === '' ? {} : readScenario(names),
    ...(env.HOST ? { host: env.HOST } : {}),
    ...(certificate ? { certificate } : {}),
    ...(clock ? { clock } : {}),
  }
}
