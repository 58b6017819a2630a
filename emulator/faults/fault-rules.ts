import type { Params } from '@emulator/calls/call'
import type { FaultEffect, FaultRule } from '@emulator/portal/fault'
import { isMap } from '@emulator/calls/params'

/** What each effect must bring along. */
const EFFECT_CHECKS: Record<FaultEffect['kind'], (effect: Params) => boolean> = {
  'error': ({ code }) => typeof code === 'string',
  'delay': hasDelay,
  'late-work': hasDelay,
  'cut-before': noFields,
  'cut-after': noFields,
  'empty-body': noFields,
  'html-page': noFields,
  'broken-json': noFields,
  'wrong-shape': (effect) => Object.hasOwn(effect, 'result'),
  'wrong-type': noFields,
  'truncated': noFields,
  'duplicate': noFields,
  'missing-row': noFields,
  'silence': noFields,
  'wrong-sid': noFields,
  'wrong-origin': noFields,
}
/** A longer wait is no test of anything, and a timer takes no more than this many milliseconds. */
const MAX_DELAY_MS = 2 ** 31 - 1

function noFields(): boolean {
  return true
}

function hasDelay({ ms }: Params): boolean {
  return typeof ms === 'number' && ms >= 0 && ms <= MAX_DELAY_MS
}

function isEffect(effect: unknown): effect is FaultEffect {
  if (!isMap(effect)) return false
  const entry = Object.entries(EFFECT_CHECKS).find(([kind]) => kind === effect.kind)
  return entry !== undefined && entry[1](effect)
}

function isWhen(when: unknown): boolean {
  if (when === 'every') return true
  if (!isMap(when)) return false
  if ('nth' in when) return typeof when.nth === 'number' && Number.isInteger(when.nth) && when.nth >= 1
  const { probability, seed } = when
  const isChance = typeof probability === 'number' && probability >= 0 && probability <= 1
  return isChance && (seed === undefined || typeof seed === 'number')
}

function isRule(value: unknown): value is FaultRule {
  if (!isMap(value) || typeof value.method !== 'string' || !isEffect(value.effect)) return false
  return isWhen(value.when) && [undefined, true, false, 'whole'].some((known) => known === value.inBatch)
}

/** Says whether a value from outside is a list of fault rules. */
export function isRules(value: unknown): value is FaultRule[] {
  return Array.isArray(value) && value.every(isRule)
}
