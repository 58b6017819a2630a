import type { Params } from '@emulator/calls/call'
import type { FaultEffect, FaultRule } from '@emulator/portal/fault'
import { isMap } from '@emulator/calls/params'

/** What each effect must bring along. */
const NEEDS: Record<FaultEffect['kind'], (effect: Params) => boolean> = {
  'error': ({ code }) => typeof code === 'string',
  'delay': hasTime,
  'late-work': hasTime,
  'cut-before': nothing,
  'cut-after': nothing,
  'empty-body': nothing,
  'html-page': nothing,
  'broken-json': nothing,
  'wrong-shape': (effect) => Object.hasOwn(effect, 'result'),
  'wrong-type': nothing,
  'truncated': nothing,
  'duplicate': nothing,
  'missing-row': nothing,
  'silence': nothing,
  'wrong-sid': nothing,
  'wrong-origin': nothing,
}
/** A longer wait is no test of anything, and a timer takes no more than this many milliseconds. */
const LONGEST_MS = 2 ** 31 - 1

function nothing(): boolean {
  return true
}

function hasTime({ ms }: Params): boolean {
  return typeof ms === 'number' && ms >= 0 && ms <= LONGEST_MS
}

function isEffect(effect: unknown): effect is FaultEffect {
  if (!isMap(effect)) return false
  const entry = Object.entries(NEEDS).find(([kind]) => kind === effect.kind)
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
