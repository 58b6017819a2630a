import type { FaultRule, PortalSettings } from '@contract/control'
import { isMap } from '@emulator/params'

const CHOICES: { [Name in keyof PortalSettings]: readonly PortalSettings[Name][] | RegExp } = {
  mode: ['deals-only', 'with-orders'],
  ownerTypes: ['deal', 'deal+invoice', 'deal+invoice+dynamic', 'none'],
  saleRead: ['manager', 'administrator'],
  language: /^[a-z]{2}$/,
  theme: ['light', 'dark'],
  opening: ['post', 'get'],
  user: [1, 2, 3, 4],
}

const EFFECTS: readonly FaultRule['effect']['kind'][] = [
  'error', 'delay', 'cut-before', 'cut-after', 'late-work', 'empty-body', 'html-page', 'broken-json', 'wrong-shape', 'silence',
]

function isChoice(name: string, value: unknown): boolean {
  const allowed: unknown = Object.entries(CHOICES).find(([key]) => key === name)?.[1]
  if (allowed instanceof RegExp) return typeof value === 'string' && allowed.test(value)
  return Array.isArray(allowed) && allowed.includes(value)
}

/** Says whether a value from outside is a part of the portal's settings, every name and value known. */
export function isSettings(value: unknown): value is Partial<PortalSettings> {
  return isMap(value) && Object.entries(value).every(([name, choice]) => isChoice(name, choice))
}

function isRule(value: unknown): value is FaultRule {
  if (!isMap(value) || typeof value.method !== 'string' || !isMap(value.effect)) return false
  const { when, effect } = value
  const isWhen = when === 'every' || (isMap(when) && typeof when.nth === 'number' && when.nth >= 1)
  const needsTime = effect.kind === 'delay' || effect.kind === 'late-work'
  const isEffect = EFFECTS.some((kind) => kind === effect.kind) && (!needsTime || typeof effect.ms === 'number')
  return isWhen && isEffect && (effect.kind !== 'error' || typeof effect.code === 'string')
}

/** Says whether a value from outside is a list of fault rules. */
export function isRules(value: unknown): value is FaultRule[] {
  return Array.isArray(value) && value.every(isRule)
}
