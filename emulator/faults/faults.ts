import type { FaultEffect, FaultRule } from '@emulator/portal/fault'
import type { LocalPortal } from '@emulator/portal/state'
import { createRandom } from '@emulator/portal/random'

const COMMAND_EFFECTS: readonly FaultEffect['kind'][] = ['error', 'wrong-shape', 'wrong-type', 'missing-row']
const SEED_STEP = 7919

/** Replaces all rules; counting starts anew. Methods count in any letter case. */
export function setFaults(portal: LocalPortal, rules: readonly FaultRule[]): void {
  portal.faults = rules.map((rule) => ({ rule: { ...rule, method: toName(rule.method) }, hits: 0 }))
}

/** Commands of the frame keep their letters: they are names of JavaScript. */
function toName(method: string): string {
  return method.startsWith('frame:') ? method : method.toLowerCase()
}

/** Chance goes by the seed and the number of the call, so that a run can be repeated. */
function isDue({ when }: FaultRule, hits: number): boolean {
  if (when === 'every') return true
  if ('nth' in when) return when.nth === hits
  return createRandom((when.seed ?? 1) * SEED_STEP + hits).next() < when.probability
}

/** Effects on one command's own row; all others are about the connection that carries the whole batch. */
function isCommandEffect({ effect, inBatch }: FaultRule): boolean {
  return inBatch !== 'whole' && COMMAND_EFFECTS.includes(effect.kind)
}

/** Counts one event on every rule that matches and gives the effect of the first that is due. */
function matchFault(portal: LocalPortal, matches: (rule: FaultRule) => boolean): FaultEffect | undefined {
  let effect: FaultEffect | undefined
  for (const entry of portal.faults) {
    if (!matches(entry.rule)) continue
    entry.hits += 1
    if (isDue(entry.rule, entry.hits)) effect ??= entry.rule.effect
  }
  return effect
}

/**
 * Gives the effect that hits a call on its way. `*` matches every call. A rule for a method whose effect is about the
 * connection also hits the batch that carries the method, once a batch.
 */
export function matchCallFault(
  portal: LocalPortal,
  method: string,
  commands: readonly string[],
): FaultEffect | undefined {
  const batchMethods = new Set(commands)
  return matchFault(portal, (rule) => {
    if (rule.method === '*' || rule.method === method) return true
    return rule.inBatch !== false && !isCommandEffect(rule) && batchMethods.has(rule.method)
  })
}

/** Gives the effect that hits one command of a batch, its own row alone; `*` is for whole calls. */
export function matchCommandFault(portal: LocalPortal, method: string): FaultEffect | undefined {
  return matchFault(portal, (rule) => rule.inBatch !== false && rule.method === method && isCommandEffect(rule))
}

/** Gives the effect that hits a message of the frame, by the command's name. */
export function matchFrameFault(portal: LocalPortal, command: string): FaultEffect | undefined {
  return matchFault(portal, (rule) => rule.method === `frame:${command}`)
}
