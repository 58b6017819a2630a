import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { PortalData } from '@emulator/portal/state'
import type { ScenarioName } from './scenario-names'
import { emptyPortal, enlargePortal } from './large'
import { SCENARIO_NAMES } from './scenario-names'
import { seedPortal } from './seed-portal'

const SCENARIOS: Record<ScenarioName, Partial<PortalSettings>> = {
  'deals-only': { mode: 'deals-only' },
  'with-orders': { mode: 'with-orders' },
  'deal': { ownerTypes: 'deal' },
  'deal+invoice': { ownerTypes: 'deal+invoice' },
  'deal+invoice+dynamic': { ownerTypes: 'deal+invoice+dynamic' },
  'none': { ownerTypes: 'none' },
  'enterprise': { plan: 'enterprise' },
  'no-rest': { plan: 'no-rest' },
  'large': { rows: 'large' },
  'empty': { rows: 'empty' },
}

function isScenario(name: string): name is ScenarioName {
  return SCENARIO_NAMES.some((known) => known === name)
}

/** Gives the settings of a named state, or of several joined by commas. Throws one plain sentence for an unknown name. */
export function readScenario(names: string): Partial<PortalSettings> {
  const settings: Partial<PortalSettings> = {}
  for (const name of names.split(',').map((part) => part.trim())) {
    if (!isScenario(name)) throw new Error(`There is no scenario "${name}". Known: ${SCENARIO_NAMES.join(', ')}.`)
    const given: Partial<PortalSettings> = SCENARIOS[name]
    const clash = Object.entries(given).find(
      ([key, value]) => Reflect.get(settings, key) !== undefined && Reflect.get(settings, key) !== value,
    )
    if (clash) throw new Error(`The scenarios "${names}" contradict each other: ${clash[0]} cannot be two things.`)
    Object.assign(settings, given)
  }
  return settings
}

/** The sample by language, made once: a copy takes a third of the time, and tests make thousands of portals. */
const samples = new Map<string, PortalData>()

function copySample(language: string): PortalData {
  const sample = samples.get(language) ?? seedPortal(language)
  samples.set(language, sample)
  return structuredClone(sample)
}

/** Makes the rows that the settings ask for. */
export function seedRows({ language, rows }: Pick<PortalSettings, 'language' | 'rows'>): PortalData {
  const sample = copySample(language)
  if (rows === 'empty') return emptyPortal(sample)
  return rows === 'large' ? enlargePortal(sample, language) : sample
}
